import { z } from 'zod';
import { problemSchema } from './problems.ts';

export const dataFolderViewSchema = z.strictObject({
  /** Where the data of real work lie, as the system writes it. */
  path: z.string().max(2100),
  /** The place that the program chose by itself. */
  isHome: z.boolean(),
  /** What is wrong with the place: copied to other laptops (L-64), not there (L-62), not known (L-63); null: nothing. */
  problem: problemSchema.nullable(),
});
/** The data folder. */
export type DataFolderView = z.infer<typeof dataFolderViewSchema>;
