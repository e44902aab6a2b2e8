#!/usr/bin/env node
// The command line. In a clone it makes sure that packages and the compiled code are there; then dist/ takes over.
await import("../scripts/setup.mjs");
const {main} = await import("../dist/present/cli/main.js");
process.exitCode = await main(process.argv.slice(2));
