// Every command imports this first. It and everything imported beside it keeps to syntax and names that Node 14 can
// load, or an old Node would show a syntax error in place of this sentence.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Milepost needs Node 20.19 or newer, and this is Node ${process.versions.node}: install a newer one from https://nodejs.org and run the command again.`,
  );
  process.exit(1);
}
