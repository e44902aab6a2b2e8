import {homeFolder} from "../../../cache/home-folder.ts";
import {factsMethod} from "../../../data/facts-method.ts";
import {InputError} from "../../../errors.ts";
import {isLoopback, listening, type Place} from "../../web/listening.ts";
import {ownImports, type OwnPlace} from "../../web/own-imports.ts";
import {mostFileBytes} from "../../web/own-route.ts";
import {pageAssets} from "../../web/page-assets.ts";
import {pageServer} from "../../web/page-server.ts";
import {loopbackHosts} from "../../web/request-guard.ts";
import {siteFiles} from "../../web/site-files.ts";
import type {Ask, Command} from "../answer.ts";
import {typedPortfolio} from "../portfolio-file.ts";
import {type Flags, wholeNumber} from "../report-options.ts";
import type {Environment} from "../world.ts";
import {siteSource} from "./site-source.ts";

const PORT = 4280;
const HIGHEST_PORT = 65_535;
/** Shorter ones can be guessed. */
const TOKEN_LENGTH = 16;

/** `lagline serve`: the report as a page, until Ctrl-C. */
export const serve: Command = async (ask) => {
  const {address, token} = await served(ask);
  const wide = token === undefined ? "" : " Every request needs the token; the connection is not encrypted.";
  return {
    json: () => ({address, needsToken: token !== undefined}),
    lines: () => [`lagline is at ${address} until Ctrl-C.${wide}`],
  };
};

/** The page at an address. The process stays alive as long as it listens. */
export async function served(ask: Ask): Promise<{address: string; token: string | undefined}> {
  const place = placeOf(ask.flags);
  const token = tokenOf(ask.flags, ask.world.env, place.host);
  const assets = pageAssets();
  const own = isLoopback(place.host) ? ownImports(ownPlace(ask)) : undefined;
  const source = await siteSource(ask, {
    portfolioBytes: factsMethod.largestRecord.value,
    fileBytes: own ? mostFileBytes() : null,
  });
  const files = siteFiles(source, assets);
  const {address} = await listening(
    (port) =>
      pageServer(
        files,
        {hosts: loopbackHosts(port), ...(token === undefined ? {} : {token})},
        source.advice ? {adviseOn: adviseOn(ask), ...(own ? {own} : {})} : {},
      ),
    place,
  );
  return {address, token};
}

/** On a portfolio that was typed into the page. */
const adviseOn =
  ({pipeline, options, effects, world}: Ask) =>
  (bytes: Uint8Array) =>
    pipeline.adviceFor(options, typedPortfolio(bytes, world.env), effects);

/** Of whoever runs the server. */
const ownPlace = ({pipeline, options, world}: Ask): OwnPlace => ({
  home: homeFolder(world.env),
  today: world.today,
  catalog: () => pipeline.catalogFor(options).then(({catalog}) => catalog),
  asOf: options.asOf,
});

export function placeOf(flags: Flags, fallback = PORT): Place {
  const {host = "127.0.0.1", port} = flags;
  if (typeof host !== "string" || !/^[\w.:-]{1,253}$/.test(host)) {
    throw new InputError(
      "invalid",
      `--host: ${JSON.stringify(host)}; an address of this machine was expected`,
    );
  }
  const given = typeof port === "string" ? port : undefined;
  return {
    host,
    port: wholeNumber("--port", given, [0, HIGHEST_PORT], fallback),
    mayMove: given === undefined,
  };
}

/** @throws InputError when others could reach the place and no token keeps them out */
export function tokenOf(flags: Flags, env: Environment, host: string): string | undefined {
  const token = typeof flags.token === "string" ? flags.token : env.LAGLINE_TOKEN || undefined;
  if (token === undefined && !isLoopback(host)) {
    throw new InputError(
      "missing",
      `token: --host ${host} can be reached from other machines; set LAGLINE_TOKEN or --token, at least ${TOKEN_LENGTH} letters and digits`,
    );
  }
  if (token !== undefined && !new RegExp(`^[!-~]{${TOKEN_LENGTH},200}$`).test(token)) {
    throw new InputError(
      "invalid",
      `token: ${token.length} characters; at least ${TOKEN_LENGTH} letters, digits or signs without spaces were expected`,
    );
  }
  return token;
}
