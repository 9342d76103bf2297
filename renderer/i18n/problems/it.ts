import type { ProblemCode } from '../../../electron/contract/problems.ts';
import { customer } from './it/customer.ts';
import { dayList } from './it/day-list.ts';
import { laptop } from './it/laptop.ts';
import { legrand } from './it/legrand.ts';
import { network } from './it/network.ts';
import { renewal } from './it/renewal.ts';
import { returnLink } from './it/return-link.ts';
import { signIn } from './it/sign-in.ts';
import type { ProblemText } from './types.ts';

/** The page of every problem, in Italian. The type demands that no code is forgotten. */
export const problems: Record<ProblemCode, ProblemText> = { ...legrand, ...signIn, ...customer, ...returnLink, ...renewal, ...network, ...laptop, ...dayList };
