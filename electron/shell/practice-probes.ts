import type { ProbeOutcome } from '../contract/readiness.ts';
import type { HttpPort } from '../oauth/ports.ts';
import type { Simulation } from '../practice/simulation.ts';
import type { DoctorProbes } from '../readiness/ports.ts';

/** The way to Legrand that Network doctor looks at. */
export interface DoctorWay {
  readonly probes: DoctorProbes;
  readonly http: HttpPort;
}

const INVENTED_PROXY = 'proxy.example:8080';

/** What each step of the way finds instead of the truth; a step that is not named finds the truth. */
type Played = Readonly<Partial<Record<'lookup' | 'connect' | 'plain' | 'proxy', ProbeOutcome>>>;

function playedBy(simulation: Simulation): Played {
  switch (simulation.fault()) {
    case 'network.captive_portal':
      return { plain: 'signInFirst' };
    case 'network.name_not_found':
      return { lookup: 'notFound', plain: 'notFound' };
    case 'network.proxy_password':
      return { proxy: 'password' };
    case 'network.blocked':
    case 'network.app_blocked':
      return { connect: 'refused', plain: 'refused' };
    case 'network.weak':
      return { plain: 'timeout' };
    default:
      return {};
  }
}

/** The way of practice: `way`, but for what `simulation` plays, so that the doctor finds what the program meets. `isOn`: practice is open; reality is never played. */
export function playedWay({ probes, http }: DoctorWay, simulation: Simulation, isOn: () => boolean): DoctorWay {
  const played = (): Played => (isOn() ? playedBy(simulation) : {});
  return {
    probes: {
      ...probes,
      proxyFor: async (url) => (played().proxy ? INVENTED_PROXY : probes.proxyFor(url)),
      askProxy: async (proxy, host, port) => played().proxy ?? probes.askProxy(proxy, host, port),
      lookup: async (host) => played().lookup ?? probes.lookup(host),
      connect: async (host, port) => played().connect ?? probes.connect(host, port),
      plain: async (host, port) => {
        const outcome = played().plain;
        return outcome ? { outcome, serverAt: null } : probes.plain(host, port);
      },
    },
    http: {
      // The page of a guest network stands where the unencrypted page would be; a protected connection does not open there.
      send: async (request, isWanted) => (isOn() && simulation.plays('network.captive_portal') ? { kind: 'nothingSent', failure: 'tls' } : http.send(request, isWanted)),
    },
  };
}
