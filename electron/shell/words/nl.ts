import type { Words } from './words.ts';

/** What the main process says, in Dutch. */
export const nl: Words = {
  menu: {
    file: 'Bestand', edit: 'Bewerken', view: 'Beeld', window: 'Venster', help: 'Help',
    document: 'Overdrachtspapieren maken', print: 'Document afdrukken',
    newSite: 'Nieuwe locatie', link: 'Klantaccount koppelen', find: 'Locaties zoeken', settings: 'Instellingen', siteMode: 'Buitenmodus',
    dayList: 'Daglijst importeren',
    guide: 'Help: elk probleem, wat te doen', about: 'Over Liaison', services: 'Diensten', hide: 'Liaison verbergen', hideOthers: 'Andere verbergen',
    unhide: 'Alles tonen', quit: 'Liaison afsluiten', close: 'Venster sluiten', undo: 'Ongedaan maken', redo: 'Opnieuw',
    recent: 'Recente locaties', noRecent: 'Nog geen', showRecent: 'Recente locaties tonen',
    cut: 'Knippen', copy: 'Kopiëren', paste: 'Plakken', selectAll: 'Alles selecteren', resetZoom: 'Ware grootte',
    zoomIn: 'Inzoomen', zoomOut: 'Uitzoomen', togglefullscreen: 'Volledig scherm', minimize: 'Minimaliseren',
  },
  concerns: {
    company: {
      title: 'Koppelingen kunnen niet worden verlengd',
      one: 'De bedrijfstoegang wordt geweigerd. Uw kantoor is aan zet; alle koppelingen blijven bewaard.',
      other: 'De bedrijfstoegang wordt geweigerd. Uw kantoor is aan zet; alle koppelingen blijven bewaard.',
    },
    storage: {
      title: 'Koppelingen kunnen niet worden geopend',
      one: 'Ze blijven bewaard, maar kunnen zolang niet worden verlengd. Open Liaison: daar staat wat helpt.',
      other: 'Ze blijven bewaard, maar kunnen zolang niet worden verlengd. Open Liaison: daar staat wat helpt.',
    },
    signInAgain: {
      title: 'Een klant moet opnieuw inloggen',
      one: '{{count}} koppeling wordt niet meer geaccepteerd. Open Liaison om te zien welke.',
      other: '{{count}} koppelingen worden niet meer geaccepteerd. Open Liaison om te zien welke.',
    },
    endingSoon: {
      title: 'Koppelingen eindigen binnenkort',
      one: '{{count}} koppeling kon lange tijd niet worden verlengd. Ga online en open Liaison.',
      other: '{{count}} koppelingen konden lange tijd niet worden verlengd. Ga online en open Liaison.',
    },
  },
  notices: {
    needsYou: {
      title: 'Locaties wachten op u',
      one: '{{count}} locatie wacht op u. Open Liaison om te zien welke.',
      other: '{{count}} locaties wachten op u. Open Liaison om te zien welke.',
    },
    contract: {
      title: 'Contracten lopen af',
      one: '{{count}} contract loopt binnenkort af of is afgelopen. Open Liaison om te zien welk.',
      other: '{{count}} contracten lopen binnenkort af of zijn afgelopen. Open Liaison om te zien welke.',
    },
    handOver: {
      title: 'Papieren over te dragen',
      one: '{{count}} klant wacht nog op de papieren. Open Liaison om te zien welke.',
      other: '{{count}} klanten wachten nog op de papieren. Open Liaison om te zien welke.',
    },
  },
  dataFolder: 'Kies een map voor de gegevens',
  papers: { handover: 'Overdracht', letter: 'Brief' },
  customerFile: 'Klantdossier',
  takeover: { save: 'Locaties voor een collega opslaan', open: 'Locaties overnemen', kind: 'Locaties van Liaison' },
  companyFile: { title: 'Bedrijfsbestand importeren', kind: 'Bedrijfsbestand' },
};
