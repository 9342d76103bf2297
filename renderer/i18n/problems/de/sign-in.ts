import type { ProblemText } from '../types.ts';

/** L-11 to L-17: around the sign-in page. */
export const signIn = {
  'L-11': {
    title: 'Rückkehradresse bei Legrand nicht eingetragen',
    effect: 'Die Seite von Legrand zeigt einen Fehler statt der Anmeldung. Es wurde nichts verknüpft.',
    why: 'Legrand antwortet nur an die Rückkehradresse, die für Ihre Firma eingetragen ist, Zeichen für Zeichen.',
    steps: [
      'Schließen Sie die Seite im Browser.',
      'Das Büro kopiert die Rückkehradresse aus „Firmenzugang“ in das Portal von Legrand („First Reply URL“).',
      'Warten Sie auf die Freigabe von Legrand.',
      'Drücken Sie „Firmenzugang testen“ und starten Sie dann die Anmeldung neu.',
    ],
    who: ['admin', 'legrand'],
    retry: 'afterFix',
  },
  'L-12': {
    title: 'Die Anmeldung hat zu lange gedauert',
    effect: 'Vom Browser kam keine Antwort; er hat dafür 10 Minuten Zeit. Es ist nichts verknüpft.',
    why: 'Die Seite wurde geschlossen, vergessen oder zeigt eine Meldung.',
    steps: ['Sehen Sie im Browser nach: Steht auf der Seite eine Meldung?', 'Drücken Sie „Seite wieder zeigen“ oder starten Sie die Anmeldung neu.', 'Zeigt die Seite etwas anderes, wählen Sie „Was sehen Sie?“.'],
    who: ['electrician'],
    retry: 'safe',
  },
  'L-13': {
    title: 'Diese Antwort gehört nicht zu dieser Anmeldung',
    effect: 'Eine Antwort aus dem Browser wurde ignoriert. Die laufende Anmeldung geht ungestört weiter.',
    why: 'Ein alter Browser-Tab hat geantwortet, oder etwas anderes hat es versucht. Zur Sicherheit wurde die Antwort nicht verwendet.',
    steps: ['Schließen Sie alle alten Tabs von Legrand.', 'Machen Sie im neuesten Tab weiter oder starten Sie die Anmeldung neu.', 'Wiederholt es sich, nennen Sie Ihrem Büro den Code L-13.'],
    who: ['electrician'],
    retry: 'safe',
  },
  'L-14': {
    title: 'Unerwartete Antwort aus dem Browser',
    effect: 'Der Browser hat eine Antwort geschickt, während keine Anmeldung lief. Es wurde nichts verknüpft.',
    why: 'Die App wurde neu gestartet, oder ein Link aus einer E-Mail oder dem Browserverlauf wurde geöffnet.',
    steps: ['Sie müssen nichts reparieren.', 'Möchten Sie ein Zuhause verknüpfen, öffnen Sie sein Objekt und beginnen Sie dort.'],
    who: ['electrician'],
    retry: 'safe',
  },
  'L-15': {
    title: 'Die Anmeldung wurde unterbrochen',
    effect: 'Die Anmeldung konnte nicht abgeschlossen werden. Es wurde nichts verknüpft.',
    why: 'Der Laptop ging in den Ruhezustand oder machte ein Update, oder die App wurde geschlossen.',
    steps: ['Stecken Sie das Ladegerät ein.', 'Starten Sie die Anmeldung für dasselbe Objekt neu.'],
    who: ['electrician'],
    retry: 'safe',
  },
  'L-16': {
    title: 'Der Firmenschlüssel ist abgelaufen',
    effect: 'Legrand lehnt die ganze Firma ab, bis der Firmenschlüssel ersetzt ist. Jede Verknüpfung bleibt erhalten.',
    why: 'Ein Firmenschlüssel gilt bei Legrand ein Jahr. Die Meldung von Legrand verlangt eine neue Anmeldung. Das führt in die Irre: Der Kunde kann nichts tun.',
    steps: [
      'Bitten Sie den Kunden nicht, sich anzumelden.',
      'Das Büro erneuert den Firmenschlüssel im Entwicklerportal von Legrand.',
      'Drücken Sie „Schlüssel ersetzen“ unter „Firmenzugang“: Jede Verknüpfung bleibt.',
      'Die Verknüpfungen laufen dann von selbst weiter. „Erneuerungen“ zeigt jede einzeln.',
    ],
    who: ['admin'],
    retry: 'afterFix',
  },
  'L-17': {
    title: 'Legrand lehnt mehrere Verknüpfungen zugleich ab',
    effect: 'Keine Verknüpfung wird aufgegeben, jede bleibt erhalten. Liaison versucht vorerst nur ab und zu eine einzelne.',
    why: 'Werden alle zugleich abgelehnt, liegt es kaum an den Kunden. Meist ist der Firmenschlüssel abgelaufen, und Legrand sagt es nicht.',
    steps: [
      'Bitten Sie keinen Kunden, sich anzumelden.',
      'Das Büro prüft den Firmenschlüssel im Entwicklerportal von Legrand und erneuert ihn, wenn er ein Jahr alt ist.',
      'Drücken Sie „Schlüssel ersetzen“ unter „Firmenzugang“: Jede Verknüpfung bleibt und läuft von selbst weiter.',
      'Nur wenn das Büro sicher ist, dass alles stimmt: „Erneuerungen“, „Firmenzugang stimmt: alle erneut versuchen“.',
    ],
    who: ['admin'],
    retry: 'afterFix',
  },
} as const satisfies Record<string, ProblemText>;
