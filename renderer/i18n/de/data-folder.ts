/** The data folder. */
export const dataFolder = {
  title: 'Datenordner',
  open: 'Einstellungen des Ordners öffnen',
  lead: 'Objekte, Verknüpfungen, Fotos und Firmenzugang liegen hier, nur auf diesem Laptop.',
  practice: 'Nur die Daten des Echtbetriebs lassen sich verschieben.',
  moveHome: 'In den empfohlenen Ordner verschieben',
  move: 'In anderen Ordner verschieben',
  moving: 'Wird verschoben …',
  moved: 'Die Daten wurden verschoben.',
  show: 'Ordner anzeigen',
} as const;

/** A file that was dropped onto the window. */
export const drop = {
  title: 'Diese Firmendatei verwenden?',
  lead: '„{{file}}“ enthält die Zugangsdaten, die Legrand Ihrer Firma gegeben hat. Sie ersetzen die bisherigen; jede Verknüpfung bleibt.',
  use: 'Datei verwenden',
  several: 'Bitte nur eine Datei auf einmal',
  foreign: '„{{file}}“ lässt sich hier nicht verwenden',
  whatFits: 'Auf das Fenster ziehen können Sie:',
  fits: {
    company: 'Ihre Firmendatei (.liaison)',
    sites: 'Objekte von Kollegen (.liaison-sites)',
    photos: 'Bilder, auf der Seite „Besuch“ eines Objekts',
    days: 'eine Tagesliste, auf der Seite „Tagesliste importieren“',
  },
  understood: 'Verstanden',
} as const;
