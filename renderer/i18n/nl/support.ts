/** The support file. */
export const support = {
  open: 'Supportbestand maken',
  title: 'Supportbestand',
  lead: 'Een bestand voor wie u op afstand helpt. Lees het eerst; er wordt niets vanzelf verstuurd.',
  inTitle: 'Wat erin staat',
  in: {
    program: 'versies van het programma en het systeem',
    checks: 'het laatste resultaat van “Klaar voor de klus”, de klok en wie het retouradres krijgt',
    counts: 'hoeveel locaties en koppelingen er zijn, en in welke staat',
    events: 'de laatste 200 gebeurtenissen, met de codes van problemen',
  },
  outTitle: 'Wat er nooit in staat',
  out: {
    customers: 'namen, adressen en woningen van klanten',
    secrets: 'geheimen, sleutels en wachtwoorden',
    accounts: 'accounts en e-mailadressen',
    files: 'notities, foto’s en documenten',
  },
  fileTitle: 'Het bestand, woord voor woord',
  save: 'Supportbestand opslaan',
  saved: 'Supportbestand opgeslagen.',
  showLog: 'Logmap tonen',
  stays: 'Het blijft op deze laptop tot u het doorgeeft.',
} as const;
