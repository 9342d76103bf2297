// Loaded before the program (`-r`): tells when its main module was evaluated, when the runtime became ready and when the window was made, and ends it there.
const { app } = require('electron');

const marks = { begun: performance.now(), evaluated: 0, ready: 0 };
const begunCpu = process.cpuUsage();
let evaluatedCpu = begunCpu;
let readyCpu = begunCpu;
const { whenReady } = app;
// What a program does last when its main module is evaluated is to wait for this.
app.whenReady = () => {
  marks.evaluated ||= performance.now();
  evaluatedCpu = process.cpuUsage(begunCpu);
  return whenReady.call(app);
};
app.once('ready', () => {
  marks.ready = performance.now();
  readyCpu = process.cpuUsage();
});
const milliseconds = ({ user, system }) => (user + system) / 1000;
app.once('browser-window-created', () => {
  const window = performance.now();
  const processor = milliseconds(evaluatedCpu) + milliseconds(process.cpuUsage(readyCpu));
  process.stdout.write(`\n${JSON.stringify({ evaluate: marks.evaluated - marks.begun, prepare: window - marks.ready, processor })}\n`, () => process.exit(0));
});
