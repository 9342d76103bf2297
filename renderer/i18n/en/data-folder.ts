/** The data folder. */
export const dataFolder = {
  title: 'Data folder',
  open: 'Open settings of the data folder',
  lead: 'Sites, links, photos and company credentials lie here, on this laptop alone.',
  practice: 'Only the data of real work can be moved.',
  moveHome: 'Move to the recommended folder',
  move: 'Move to another folder',
  moving: 'Moving…',
  moved: 'The data were moved.',
  show: 'Show folder',
} as const;

/** A file that was dropped onto the window. */
export const drop = {
  title: 'Use this company file?',
  lead: '“{{file}}” holds the credentials that Legrand gave to your company. They take the place of those in Liaison; every link stays.',
  use: 'Use this file',
  several: 'One file at a time, please',
  foreign: '“{{file}}” cannot be used here',
  whatFits: 'You can drop one of these onto the window:',
  fits: {
    company: 'your company file (.liaison)',
    sites: 'sites of a colleague (.liaison-sites)',
    photos: 'pictures, on the page “Visit” of a site',
    days: 'a day list, on the page “Import day list”',
  },
  understood: 'Understood',
} as const;
