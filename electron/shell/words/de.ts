import type { Words } from './words.ts';

/** What the main process says, in German. */
export const de: Words = {
  menu: {
    file: 'Datei', edit: 'Bearbeiten', view: 'Ansicht', window: 'Fenster', help: 'Hilfe',
    newSite: 'Neues Objekt', link: 'Kundenkonto verknüpfen', find: 'Objekt suchen', settings: 'Einstellungen', siteMode: 'Baustellenmodus',
    guide: 'Hilfe: jedes Problem und was zu tun ist', about: 'Über Liaison', services: 'Dienste', hide: 'Liaison ausblenden', hideOthers: 'Andere ausblenden',
    document: 'Übergabeunterlagen erstellen', print: 'Unterlagen drucken',
    dayList: 'Tagesliste importieren',
    unhide: 'Alle einblenden', quit: 'Liaison beenden', close: 'Fenster schließen', undo: 'Rückgängig', redo: 'Wiederholen',
    recent: 'Zuletzt geöffnete Objekte', noRecent: 'Noch keine', showRecent: 'Zuletzt geöffnete anzeigen',
    cut: 'Ausschneiden', copy: 'Kopieren', paste: 'Einfügen', selectAll: 'Alles auswählen', resetZoom: 'Originalgröße',
    zoomIn: 'Vergrößern', zoomOut: 'Verkleinern', togglefullscreen: 'Vollbild', minimize: 'Minimieren',
  },
  concerns: {
    company: {
      title: 'Verknüpfungen können nicht erneuert werden',
      one: 'Der Firmenzugang wird abgelehnt. Ihr Büro ist am Zug; alle Verknüpfungen bleiben erhalten.',
      other: 'Der Firmenzugang wird abgelehnt. Ihr Büro ist am Zug; alle Verknüpfungen bleiben erhalten.',
    },
    storage: {
      title: 'Verknüpfungen lassen sich nicht öffnen',
      one: 'Sie bleiben erhalten, lassen sich aber vorerst nicht erneuern. Öffnen Sie Liaison: Dort steht, was hilft.',
      other: 'Sie bleiben erhalten, lassen sich aber vorerst nicht erneuern. Öffnen Sie Liaison: Dort steht, was hilft.',
    },
    signInAgain: {
      title: 'Ein Kunde muss sich neu anmelden',
      one: '{{count}} Verknüpfung wird nicht mehr angenommen. Öffnen Sie Liaison, um zu sehen, welche.',
      other: '{{count}} Verknüpfungen werden nicht mehr angenommen. Öffnen Sie Liaison, um zu sehen, welche.',
    },
    endingSoon: {
      title: 'Verknüpfungen enden bald',
      one: '{{count}} Verknüpfung konnte lange Zeit nicht erneuert werden. Verbinden Sie diesen Computer mit dem Internet und öffnen Sie Liaison.',
      other: '{{count}} Verknüpfungen konnten lange Zeit nicht erneuert werden. Verbinden Sie diesen Computer mit dem Internet und öffnen Sie Liaison.',
    },
  },
  notices: {
    needsYou: {
      title: 'Objekte warten auf Sie',
      one: '{{count}} Objekt ist zu erledigen. Öffnen Sie Liaison, um zu sehen, welches.',
      other: '{{count}} Objekte sind zu erledigen. Öffnen Sie Liaison, um zu sehen, welche.',
    },
    contract: {
      title: 'Verträge enden',
      one: '{{count}} Vertrag endet bald oder ist abgelaufen. Öffnen Sie Liaison, um zu sehen, welcher.',
      other: '{{count}} Verträge enden bald oder sind abgelaufen. Öffnen Sie Liaison, um zu sehen, welche.',
    },
    handOver: {
      title: 'Unterlagen zu übergeben',
      one: '{{count}} Kunde wartet noch auf die Unterlagen. Öffnen Sie Liaison, um zu sehen, welcher.',
      other: '{{count}} Kunden warten noch auf die Unterlagen. Öffnen Sie Liaison, um zu sehen, welche.',
    },
  },
  dataFolder: 'Ordner für die Daten wählen',
  papers: { handover: 'Übergabe', letter: 'Brief' },
  customerFile: 'Kundenakte',
  takeover: { save: 'Objekte für Kollegen speichern', open: 'Objekte übernehmen', kind: 'Objekte von Liaison' },
  companyFile: { title: 'Firmendatei importieren', kind: 'Firmendatei' },
};
