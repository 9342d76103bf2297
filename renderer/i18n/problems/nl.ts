import type { ProblemCode } from '../../../electron/contract/problems.ts';
import { customer } from './nl/customer.ts';
import { dayList } from './nl/day-list.ts';
import { laptop } from './nl/laptop.ts';
import { legrand } from './nl/legrand.ts';
import { network } from './nl/network.ts';
import { renewal } from './nl/renewal.ts';
import { returnLink } from './nl/return-link.ts';
import { signIn } from './nl/sign-in.ts';
import type { ProblemText } from './types.ts';

/** The page of every problem, in Dutch. The type demands that no code is forgotten. */
export const problems: Record<ProblemCode, ProblemText> = { ...legrand, ...signIn, ...customer, ...returnLink, ...renewal, ...network, ...laptop, ...dayList };
