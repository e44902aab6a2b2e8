/** One of several processes that append to one file at once: `node append-child.ts <file> <name> <count>`. */
import {appendToLogFile} from "../../src/store/chained-file.ts";

const [file, name, count] = process.argv.slice(2) as [string, string, string];
for (let i = 0; i < Number(count); i++) appendToLogFile(file, () => [{by: name, i}]);
