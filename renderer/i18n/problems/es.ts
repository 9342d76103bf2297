import type { ProblemCode } from '../../../electron/contract/problems.ts';
import { customer } from './es/customer.ts';
import { dayList } from './es/day-list.ts';
import { laptop } from './es/laptop.ts';
import { legrand } from './es/legrand.ts';
import { network } from './es/network.ts';
import { renewal } from './es/renewal.ts';
import { returnLink } from './es/return-link.ts';
import { signIn } from './es/sign-in.ts';
import type { ProblemText } from './types.ts';

/** The page of every problem, in Spanish. The type demands that no code is forgotten. */
export const problems: Record<ProblemCode, ProblemText> = { ...legrand, ...signIn, ...customer, ...returnLink, ...renewal, ...network, ...laptop, ...dayList };
