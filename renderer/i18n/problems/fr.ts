import type { ProblemCode } from '../../../electron/contract/problems.ts';
import { customer } from './fr/customer.ts';
import { dayList } from './fr/day-list.ts';
import { laptop } from './fr/laptop.ts';
import { legrand } from './fr/legrand.ts';
import { network } from './fr/network.ts';
import { renewal } from './fr/renewal.ts';
import { returnLink } from './fr/return-link.ts';
import { signIn } from './fr/sign-in.ts';
import type { ProblemText } from './types.ts';

/** The page of every problem, in French. The type demands that no code is forgotten. */
export const problems: Record<ProblemCode, ProblemText> = { ...legrand, ...signIn, ...customer, ...returnLink, ...renewal, ...network, ...laptop, ...dayList };
