/** The support file. */
export const support = {
  open: 'Make a support file',
  title: 'Support file',
  lead: 'A file for those who help you from afar. Read it first; nothing is sent by itself.',
  inTitle: 'What is in it',
  in: {
    program: 'versions of the program and the system',
    checks: 'the last result of “Ready for site”, the clock, and who gets the return link',
    counts: 'how many sites and links there are, and in which state',
    events: 'the last 200 events, with the codes of problems',
  },
  outTitle: 'What is never in it',
  out: {
    customers: 'names, addresses and homes of customers',
    secrets: 'secrets, keys and passwords',
    accounts: 'accounts and e-mail addresses',
    files: 'notes, photos and documents',
  },
  fileTitle: 'The file, letter by letter',
  save: 'Save support file',
  saved: 'Support file saved.',
  showLog: 'Show log folder',
  stays: 'It stays on this laptop until you pass it on.',
} as const;
