import type { CheckOnPaper, LinkOnPaper } from '../../../electron/contract/papers.ts';
import type { ClockStanding } from '../../../electron/contract/consent.ts';

/** A text for one and a text for other numbers, by the plural rule of the language; `{{count}}` is the number. */
export interface Counted {
  readonly one: string;
  readonly other: string;
}

/** Words that are on both papers. */
export interface SharedPaperWords {
  readonly practice: string;
  /** The foot of each page: the number stands between these, and how many there are after the second. */
  readonly page: readonly [string, string];
  readonly date: string;
  readonly telephone: string;
  readonly placeAndDate: string;
  readonly signature: string;
  /** What reads this list aloud calls a home without a name. */
  readonly noName: string;
  readonly idEnds: string;
}

/** The words of the hand-over pack: for a customer who is no friend of computers. `{{company}}` and the like are filled in. */
export interface HandoverWords {
  readonly title: string;
  readonly lead: string;
  readonly installation: string;
  readonly address: string;
  readonly customer: string;
  readonly company: string;
  readonly link: string;
  /** What is said of the link. "Linked" is said for `proven` alone. */
  readonly standing: Readonly<Record<LinkOnPaper['standing'], string>>;
  readonly lastRead: string;
  readonly account: string;
  readonly accountNote: string;
  readonly since: string;
  readonly signedIn: string;
  readonly readOn: string;
  readonly home: string;
  readonly devices: string;
  readonly deviceCount: Counted;
  readonly devicesUnread: string;
  readonly moreDevices: Counted;
  readonly noHomes: string;
  readonly rights: readonly [string, string];
  readonly consent: string;
  readonly noConsent: string;
  readonly agreedOn: string;
  readonly agreedBy: string;
  readonly agreedTo: string;
  readonly textRead: string;
  readonly textValue: string;
  readonly timeFrom: string;
  readonly clock: Readonly<Record<ClockStanding, string>>;
  readonly homesSeen: string;
  readonly stop: string;
  readonly stopLead: string;
  readonly stopCall: string;
  readonly stopCallNumber: string;
  readonly stopApp: string;
  readonly stopWait: string;
  readonly stopHonest: string;
  readonly scan: string;
  readonly scanLabel: string;
  /** What the code keeps in the contacts of a phone. */
  readonly contactNote: string;
  readonly contract: string;
  readonly contractEnds: string;
  readonly contractOpen: string;
  readonly checklist: string;
  readonly checked: string;
  readonly result: string;
  readonly checkedOn: string;
  readonly verdicts: Readonly<Record<CheckOnPaper['verdict'], string>>;
  /** Checks that the program brings along, by their keys; one that is not here is called by its number. */
  readonly items: Readonly<Record<string, string>>;
  /** When each of them is passed, said to the customer; by their keys. */
  readonly criteria: Readonly<Record<string, string>>;
  readonly remark: string;
  readonly someCheck: string;
  readonly photos: Counted;
  readonly signatures: string;
  readonly signedMeans: string;
  readonly handedOverBy: string;
  readonly receivedBy: string;
}

/** The words of the letter for the end of a contract. */
export interface LetterWords {
  readonly title: string;
  readonly greeting: string;
  readonly contractEnded: string;
  readonly linkEnded: string;
  readonly noLink: string;
  readonly means: string;
  readonly works: string;
  readonly password: string;
  readonly listed: string;
  readonly listedUndated: string;
  readonly sure: string;
  readonly steps: readonly [string, string, string];
  readonly stepsNote: string;
  readonly questions: string;
  readonly call: string;
  readonly callNumber: string;
  readonly regards: string;
}

/** Everything that papers for the customer say, in one language. */
export interface PaperWords {
  readonly shared: SharedPaperWords;
  readonly handover: HandoverWords;
  readonly letter: LetterWords;
}
