import { useAction } from '../../client.ts';
import { problemScreen } from '../../navigation.ts';
import { useSession } from '../../session.ts';

/** Starts the sign-in of this site anew, in place of the one that ended; `signOutFirst`: Legrand's sign-out page comes before. */
export function useStartOver(siteId: string, again: () => void): (signOutFirst: boolean) => void {
  const { goTo } = useSession();
  const begin = useAction('link.start');
  const failed = (problem: Parameters<typeof problemScreen>[0]): void => goTo(problemScreen(problem, { name: 'sites', siteId }));
  return (signOutFirst) => begin.run({ siteId, signOutFirst }, again, failed);
}
