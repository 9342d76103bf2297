import type { Words } from './words.ts';

/** What the main process says, in English. */
export const en: Words = {
  menu: {
    file: 'File', edit: 'Edit', view: 'View', window: 'Window', help: 'Help',
    document: 'Make hand-over pack', print: 'Print the paper',
    newSite: 'New site', link: 'Link this customer’s account', find: 'Find a site', settings: 'Settings', siteMode: 'Site mode',
    dayList: 'Import day list',
    guide: 'Help: every problem, what to do', about: 'About Liaison', services: 'Services', hide: 'Hide Liaison', hideOthers: 'Hide others',
    unhide: 'Show all', quit: 'Quit Liaison', close: 'Close window', undo: 'Undo', redo: 'Redo',
    recent: 'Recent sites', noRecent: 'None yet', showRecent: 'Show recent sites',
    cut: 'Cut', copy: 'Copy', paste: 'Paste', selectAll: 'Select all', resetZoom: 'Actual size',
    zoomIn: 'Zoom in', zoomOut: 'Zoom out', togglefullscreen: 'Full screen', minimize: 'Minimise',
  },
  concerns: {
    company: {
      title: 'Links cannot be renewed',
      one: 'The company credentials are refused. Your office must act; every link is kept.',
      other: 'The company credentials are refused. Your office must act; every link is kept.',
    },
    storage: {
      title: 'Links cannot be opened',
      one: 'They are kept, and cannot be renewed meanwhile. Open Liaison: it says what helps.',
      other: 'They are kept, and cannot be renewed meanwhile. Open Liaison: it says what helps.',
    },
    signInAgain: {
      title: 'A customer must sign in again',
      one: '{{count}} link is no longer accepted. Open Liaison to see which.',
      other: '{{count}} links are no longer accepted. Open Liaison to see which.',
    },
    endingSoon: {
      title: 'Links end soon',
      one: '{{count}} link could not be renewed for a long time. Go online and open Liaison.',
      other: '{{count}} links could not be renewed for a long time. Go online and open Liaison.',
    },
  },
  notices: {
    needsYou: {
      title: 'Sites need you',
      one: '{{count}} site needs you. Open Liaison to see which.',
      other: '{{count}} sites need you. Open Liaison to see which.',
    },
    contract: {
      title: 'Contracts end',
      one: '{{count}} contract ends soon, or is past its end. Open Liaison to see which.',
      other: '{{count}} contracts end soon, or are past their end. Open Liaison to see which.',
    },
    handOver: {
      title: 'Papers to hand over',
      one: '{{count}} customer still waits for the papers. Open Liaison to see which.',
      other: '{{count}} customers still wait for the papers. Open Liaison to see which.',
    },
  },
  dataFolder: 'Choose a folder for the data',
  papers: { handover: 'Hand-over', letter: 'Letter' },
  customerFile: 'Customer file',
  takeover: { save: 'Save sites for a colleague', open: 'Take over sites', kind: 'Sites of Liaison' },
  companyFile: { title: 'Import company file', kind: 'Company file' },
};
