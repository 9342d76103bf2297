import type { Words } from './words.ts';

/** What the main process says, in German. */
export const de: Words = {
  menu: {
    file: 'Datei', edit: 'Bearbeiten', view: 'Ansicht', window: 'Fenster', help: 'Hilfe',
    newSite: 'Neues Objekt', link: 'Konto dieses Kunden verknüpfen', find: 'Objekt suchen', settings: 'Einstellungen', siteMode: 'Baustellenmodus',
    guide: 'Hilfe: jedes Problem, was zu tun ist', about: 'Über Liaison', services: 'Dienste', hide: 'Liaison ausblenden', hideOthers: 'Andere ausblenden',
    unhide: 'Alle einblenden', quit: 'Liaison beenden', close: 'Fenster schließen', undo: 'Rückgängig', redo: 'Wiederholen',
    cut: 'Ausschneiden', copy: 'Kopieren', paste: 'Einfügen', selectAll: 'Alles auswählen', resetZoom: 'Originalgröße',
    zoomIn: 'Vergrößern', zoomOut: 'Verkleinern', togglefullscreen: 'Vollbild', minimize: 'Minimieren',
  },
  concerns: {
    company: {
      title: 'Verknüpfungen können nicht erneuert werden',
      one: 'Die Zugangsdaten der Firma werden abgelehnt. Ihr Büro muss handeln; alle Verknüpfungen bleiben erhalten.',
      other: 'Die Zugangsdaten der Firma werden abgelehnt. Ihr Büro muss handeln; alle Verknüpfungen bleiben erhalten.',
    },
    storage: {
      title: 'Verknüpfungen lassen sich nicht öffnen',
      one: 'Sie bleiben erhalten, können aber vorerst nicht erneuert werden. Öffnen Sie Liaison: Dort steht, was hilft.',
      other: 'Sie bleiben erhalten, können aber vorerst nicht erneuert werden. Öffnen Sie Liaison: Dort steht, was hilft.',
    },
    signInAgain: {
      title: 'Ein Kunde muss sich neu anmelden',
      one: '{{count}} Verknüpfung wird nicht mehr angenommen. Öffnen Sie Liaison, um zu sehen, welche.',
      other: '{{count}} Verknüpfungen werden nicht mehr angenommen. Öffnen Sie Liaison, um zu sehen, welche.',
    },
    endingSoon: {
      title: 'Verknüpfungen enden bald',
      one: '{{count}} Verknüpfung konnte lange nicht erneuert werden. Gehen Sie online und öffnen Sie Liaison.',
      other: '{{count}} Verknüpfungen konnten lange nicht erneuert werden. Gehen Sie online und öffnen Sie Liaison.',
    },
  },
  takeover: { save: 'Objekte für Kollegen speichern', open: 'Objekte übernehmen', kind: 'Objekte von Liaison' },
  companyFile: { title: 'Firmendatei importieren', kind: 'Firmendatei' },
};
