import type { IpcMain, IpcMainInvokeEvent, WebFrameMain } from 'electron';
import type { z } from 'zod';
import { CALL_CHANNEL } from '../contract/bridge.ts';
import { calls, largestArguments, type Answer, type Argument, type CallName } from '../contract/calls.ts';
import { problemSchema } from '../contract/problems.ts';
import { failure, success, type Result } from '../contract/result.ts';

/** What main does for each call of the contract. Handlers never throw; one that does anyway is answered with L-81. */
export type Handlers = {
  readonly [Name in CallName]: (argument: Argument<Name>) => Result<Answer<Name>> | Promise<Result<Answer<Name>>>;
};

/** What can go wrong at the border. `callFailed`: a handler threw. `answerRefused`: it answered something undeclared. */
export type CallEvent = 'senderRefused' | 'callRefused' | 'callFailed' | 'answerRefused';

/** Hears of trouble at the border; gets no argument, no answer and no error text, for they may hold secrets. */
export type CallLog = (event: CallEvent, name: CallName | null) => void;

/** Largest argument unless the contract says otherwise, in characters of JSON. */
const LARGEST_ARGUMENT = 64 * 1024;

type Frame = Pick<WebFrameMain, 'parent' | 'origin' | 'routingId' | 'processId'>;

/** Whether a message comes from the window's own top frame showing our own origin. A frame that is gone is not trusted. */
export function isOurFrame(sender: Frame | null, ours: Frame, origin: string): boolean {
  try {
    return sender !== null && sender.parent === null && sender.origin === origin && sender.processId === ours.processId && sender.routingId === ours.routingId;
  } catch {
    // Electron throws when a frame that was disposed of is touched.
    return false;
  }
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name);
}

/** The size of an argument: characters of JSON, and bytes of what is binary in it. */
function sizeOf(argument: unknown): number {
  let bytes = 0;
  // As JSON, binary content would be several times as long and take seconds.
  const withoutBytes = (_name: string, value: unknown): unknown => {
    if (!ArrayBuffer.isView(value)) return value;
    bytes += value.byteLength;
    return null;
  };
  // `stringify` gives undefined for undefined, the argument of calls that take none.
  const json: string | undefined = JSON.stringify(argument, withoutBytes);
  return bytes + (json?.length ?? 0);
}

function isSmall(name: CallName, argument: unknown): boolean {
  try {
    return sizeOf(argument) <= (largestArguments[name] ?? LARGEST_ARGUMENT);
  } catch {
    return false;
  }
}

const refused = (reason: string): Result<never> => failure({ code: 'L-81', reason });

/** Lets through only what the contract declares for this call, on success and on failure. */
function declared(name: CallName, result: Result<unknown>): Result<unknown> | null {
  if (result.ok) {
    const answer = calls[name].answer.safeParse(result.value);
    return answer.success ? success(answer.data) : null;
  }
  const problem = problemSchema.safeParse(result.problem);
  return problem.success ? failure(problem.data) : null;
}

/** Answers one call of the window: checks name, size and argument, runs the handler, checks its answer. Never throws. */
export async function answerCall(handlers: Handlers, log: CallLog, name: unknown, argument: unknown): Promise<Result<unknown>> {
  const schema: z.ZodType | null = isCallName(name) && isSmall(name, argument) ? calls[name].argument : null;
  const parsed = schema?.safeParse(argument);
  if (!isCallName(name) || !parsed?.success) {
    log('callRefused', isCallName(name) ? name : null);
    return refused('malformed');
  }
  try {
    const handler = handlers[name] as (argument: unknown) => Result<unknown> | Promise<Result<unknown>>;
    const answer = declared(name, await handler(parsed.data));
    if (answer) return answer;
    log('answerRefused', name);
  } catch {
    log('callFailed', name);
  }
  return refused('internal');
}

/** Serves the contract's one channel. `isTrustedSender` decides on the sender before anything else is looked at. What is asked before there are handlers waits for them. */
export function serveCalls(
  ipcMain: Pick<IpcMain, 'handle'>,
  isTrustedSender: (event: IpcMainInvokeEvent) => boolean,
  handlers: Promise<Handlers>,
  log: CallLog,
): void {
  ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, argument: unknown) => {
    if (isTrustedSender(event)) return answerCall(await handlers, log, name, argument);
    log('senderRefused', null);
    return refused('sender');
  });
}
