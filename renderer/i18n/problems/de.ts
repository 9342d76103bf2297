import type { ProblemCode } from '../../../electron/contract/problems.ts';
import { customer } from './de/customer.ts';
import { dayList } from './de/day-list.ts';
import { laptop } from './de/laptop.ts';
import { legrand } from './de/legrand.ts';
import { network } from './de/network.ts';
import { renewal } from './de/renewal.ts';
import { returnLink } from './de/return-link.ts';
import { signIn } from './de/sign-in.ts';
import type { ProblemText } from './types.ts';

/** The page of every problem, in German. The type demands that no code is forgotten. */
export const problems: Record<ProblemCode, ProblemText> = { ...legrand, ...signIn, ...customer, ...returnLink, ...renewal, ...network, ...laptop, ...dayList };
