/** Schemas are not compiled here: the page's content policy forbids it, and even the attempt would be reported. */
import {config} from "zod";

config({jitless: true});
