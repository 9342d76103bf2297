import type { ProblemCode } from '../../../electron/contract/problems.ts';
import { customer } from './en/customer.ts';
import { dayList } from './en/day-list.ts';
import { laptop } from './en/laptop.ts';
import { legrand } from './en/legrand.ts';
import { network } from './en/network.ts';
import { renewal } from './en/renewal.ts';
import { returnLink } from './en/return-link.ts';
import { signIn } from './en/sign-in.ts';
import type { ProblemText } from './types.ts';

/** The page of every problem, in English. The type demands that no code is forgotten. */
export const problems: Record<ProblemCode, ProblemText> = { ...legrand, ...signIn, ...customer, ...returnLink, ...renewal, ...network, ...laptop, ...dayList };
