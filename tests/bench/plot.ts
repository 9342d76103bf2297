import { readable } from './report.ts';
import type { Goal, RowResult } from './result.ts';

const LEFT = 430;
const WIDTH = 460;
const STEP = 30;
const TOP = 64;
/** Factors of the goal that have a line. */
const MARKS = [0.01, 0.1, 1, 10, 100] as const;

/** Where a multiple of the goal lies, on a logarithmic scale from a hundredth to a hundred times the goal. */
function place(multiple: number): number {
  const logarithm = Math.log10(Math.min(100, Math.max(0.01, multiple)));
  return LEFT + (WIDTH * (logarithm + 2)) / 4;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function bar(goal: Goal, index: number): string {
  const { estimate: { median, low, high }, limit } = goal;
  const y = TOP + index * STEP;
  const colour = median <= limit ? '#1a7f4b' : '#b3261e';
  const [from, to] = [place(low / limit), place(high / limit)];
  return [
    `<text x="${String(LEFT - 12)}" y="${String(y + 5)}" text-anchor="end">${escaped(goal.name)}</text>`,
    `<line x1="${from.toFixed(1)}" y1="${String(y)}" x2="${to.toFixed(1)}" y2="${String(y)}" stroke="${colour}" stroke-width="3"/>`,
    `<circle cx="${place(median / limit).toFixed(1)}" cy="${String(y)}" r="5" fill="${colour}"/>`,
    `<text x="${String(LEFT + WIDTH + 12)}" y="${String(y + 5)}">${readable(median)} of ${readable(limit)} ${goal.unit}</text>`,
  ].join('\n');
}

/** Every goal with its figure and spread as a multiple of the goal: left of the middle line it is met. */
export function plot(results: readonly RowResult[]): string {
  const goals = results.flatMap((result) => result.goals);
  const height = TOP + goals.length * STEP + 20;
  const marks = MARKS.map((mark) => {
    const x = place(mark).toFixed(1);
    return `<line x1="${x}" y1="40" x2="${x}" y2="${String(height - 20)}" stroke="${mark === 1 ? '#333' : '#ccc'}"/>\n<text x="${x}" y="30" text-anchor="middle">${mark === 1 ? 'goal' : `${String(mark)} ×`}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1080 ${String(height)}" font-family="Liberation Sans, Arial, sans-serif" font-size="13" role="img" aria-label="Every goal with its figure">`,
    `<rect width="1080" height="${String(height)}" fill="#fff"/>`, ...marks, ...goals.map(bar), '</svg>', '',
  ].join('\n');
}
