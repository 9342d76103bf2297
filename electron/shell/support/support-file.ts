import { MOST_EVENTS, supportFileSchema, type SupportFile } from '../../contract/support.ts';
import { success, failure, type Result } from '../../contract/result.ts';
import { readLogLine } from '../log.ts';

/** The end of the log, as a support file holds it. */
export type Events = Pick<SupportFile, 'events' | 'eventsLeftOut'>;

/** The newest 200 lines of a log that this program can read, oldest first; what it cannot read is counted, not shown. */
export function eventsOf(log: string): Events {
  const lines = log.split('\n').map((line) => line.trimEnd()).filter((line) => line !== '').slice(-MOST_EVENTS);
  const read = lines.map((line) => readLogLine(line));
  const events = read.filter((line) => line !== null);
  return { events, eventsLeftOut: read.length - events.length };
}

/**
 * The text of a support file. Whatever is not on the allow-list of `supportFileSchema` makes the whole file impossible (L-81), because a
 * fault of the program must never end in a file that says too much.
 */
export function supportText(facts: SupportFile): Result<string> {
  const file = supportFileSchema.safeParse(facts);
  return file.success ? success(`${JSON.stringify(file.data, null, 2)}\n`) : failure({ code: 'L-81', reason: 'support' });
}
