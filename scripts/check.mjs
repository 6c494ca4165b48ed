import './require-node.mjs';
import { lint, typeCheck, vitest } from './checks.mjs';
import { install } from './install.mjs';
import { main, step } from './steps.mjs';

main(async () => {
  await install();
  const codes = [
    await step('Types', typeCheck),
    await step('Style and lint', lint),
    await step('Architecture', () => vitest('unit', ['architecture.test.ts'])),
  ];
  const failed = codes.filter((code) => code !== 0).length;
  console.log(failed === 0 ? 'All checks passed.' : `${failed} of ${codes.length} checks failed.`);
  return failed === 0 ? 0 : 1;
});
