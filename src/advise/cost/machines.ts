/** GPUs a model can be served on: what they hold, how fast they read it, how fast they calculate. */
import type {Choice} from "../../choice.ts";

export interface Machine {
  /** As the price facts name it. */
  readonly gpu: "H100" | "H200" | "B200" | "B300";
  readonly memoryGb: number;
  /** 10^12 bytes per second. */
  readonly bandwidthTb: number;
  /** Dense operations per second at 8 bits, 10^12. */
  readonly teraflops8: number;
  /** Of the whole server, per GPU. */
  readonly kilowatts: number;
}

export const machines: Choice<readonly Machine[], string> = {
  value: [
    {gpu: "H100", memoryGb: 80, bandwidthTb: 3.35, teraflops8: 1979, kilowatts: 1.3},
    {gpu: "H200", memoryGb: 141, bandwidthTb: 4.8, teraflops8: 1979, kilowatts: 1.3},
    {gpu: "B200", memoryGb: 180, bandwidthTb: 8, teraflops8: 4500, kilowatts: 1.8},
    {gpu: "B300", memoryGb: 288, bandwidthTb: 8, teraflops8: 4500, kilowatts: 1.8},
  ],
  reason:
    "SXM variants as NVIDIA's data sheets give them, without structured sparsity (H200 and B300 restated at https://itkb.uw.cz/2026/06/nvidia-h200-vs-b300-precisions-cores.html); power is that of an eight-GPU server over eight. These four have hourly prices in the facts.",
  alternatives: ["AMD MI355X and TPUs, which have no hourly price in the facts yet"],
};
