import {expect, it} from "vitest";
import {abilityData} from "../../../src/measure/ability/ability-input.ts";
import {abilityMethod} from "../../../src/measure/ability/ability-method.ts";
import {
  componentSum,
  fittedLatent,
  type Ground,
  latentPosterior,
} from "../../../src/measure/ability/latent-posterior.ts";
import {minusLogEvidence} from "../../../src/measure/ability/marginal-likelihood.ts";
import {modelKernels} from "../../../src/measure/ability/model-kernels.ts";
import {layoutOf, startParameters, weightsOf} from "../../../src/measure/ability/parameters.ts";
import {benchmarkOfResult, startLoadings} from "../../../src/measure/ability/start-loadings.ts";
import {firstLatent, workingResponse} from "../../../src/measure/ability/working-response.ts";
import {choleskyInPlace, logDeterminant, solveFactored, square} from "../../../src/numeric/cholesky.ts";
import {stream} from "../../../src/numeric/random.ts";
import {simulatedWorld} from "./simulated-world.ts";

const {input} = simulatedWorld(3, {models: 14, benchmarks: 7, share: 0.6, noise: 0.05});
// Some results repeat a cell and some state their error, as they do in a catalog.
const data = abilityData({
  ...input,
  observations: input.observations.flatMap((one, i) =>
    i % 5 === 0
      ? [
          {...one, stderr: 0.03},
          {...one, score: Math.min(1, one.score + 0.02)},
        ]
      : [one],
  ),
});
const layout = layoutOf(data, abilityMethod);
const ground: Ground = {data, kernels: modelKernels(data, abilityMethod), layout, levelSd: 2};
const latent = firstLatent(data.score);
const working = workingResponse(data, latent, abilityMethod.noiseFloor.value);
const random = stream(11);
const parameters = startParameters(layout, abilityMethod, startLoadings(data, latent, layout.factors)).map(
  (x) => x + 0.2 * random.normal(),
);

/** The same model without any trick: one covariance between all results. */
function denseCovariance() {
  const models = data.models.length;
  const benchmark = benchmarkOfResult(data);
  const weights = weightsOf(parameters, layout);
  const ability = componentSum(parameters, layout, ground.kernels, "ability");
  const factor = componentSum(parameters, layout, ground.kernels, "factor");
  const departures = componentSum(parameters, layout, ground.kernels, "benchmark");
  const covariance = square(data.score.length);
  for (let i = 0; i < covariance.n; i++) {
    for (let j = 0; j < covariance.n; j++) {
      const [b, c] = [benchmark[i], benchmark[j]];
      const [m, n] = [data.model[i], data.model[j]];
      const at = m * models + n;
      const isSame = m === n ? 1 : 0;
      let entry = weights[b] * weights[c] * (ability[at] + 1e-6 * isSame);
      for (let q = 1; q <= layout.factors; q++) {
        const product = weights[q * layout.benchmarks + b] * weights[q * layout.benchmarks + c];
        entry += product * (factor[at] + (1 + 1e-6) * isSame);
      }
      if (b === c)
        entry += Math.exp(2 * parameters[layout.at.own + b]) * departures[at] + ground.levelSd ** 2;
      if (i === j)
        entry += Math.exp(2 * parameters[layout.at.noise + b]) * working.relative[i] + working.sampling[i];
      covariance.values[i * covariance.stride + j] = entry;
    }
  }
  return covariance;
}

it("the evidence and the fitted latents equal those of the covariance between all results", () => {
  const posterior = latentPosterior(ground, parameters, working);
  const factor = choleskyInPlace(denseCovariance());
  const solved = solveFactored(factor, working.response.slice());
  const quadratic = solved.reduce((sum, value, i) => sum + value * working.response[i], 0);
  // Of the prior's determinant the deviance holds log |C|, of the posterior's log |A|: together log |K|.
  expect(posterior.deviance).toBeCloseTo(logDeterminant(factor) + quadratic, 6);
  const fitted = fittedLatent(working, posterior);
  for (let i = 0; i < fitted.length; i++) {
    expect(fitted[i]).toBeCloseTo(working.response[i] - posterior.noise[i] * solved[i], 7);
  }
});

it("the gradient of the evidence is that of central differences, for every parameter", () => {
  const gradient = new Float64Array(parameters.length);
  minusLogEvidence(ground, abilityMethod, working, parameters, gradient);
  const unused = new Float64Array(parameters.length);
  const step = 1e-5;
  for (let i = 0; i < parameters.length; i++) {
    const [up, down] = [1, -1].map((sign) => {
      const moved = parameters.slice();
      moved[i] += sign * step;
      return minusLogEvidence(ground, abilityMethod, working, moved, unused);
    });
    expect(gradient[i]).toBeCloseTo((up - down) / (2 * step), 4);
  }
});
