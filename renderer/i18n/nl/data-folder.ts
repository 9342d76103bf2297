/** The data folder. */
export const dataFolder = {
  title: 'Gegevensmap',
  open: 'Instellingen van de map openen',
  lead: 'Locaties, koppelingen, foto’s en bedrijfstoegang staan hier, alleen op deze laptop.',
  practice: 'Alleen echte gegevens kunnen worden verplaatst.',
  moveHome: 'Naar de aanbevolen map verplaatsen',
  move: 'Naar een andere map verplaatsen',
  moving: 'Verplaatsen…',
  moved: 'De gegevens zijn verplaatst.',
  show: 'Map tonen',
} as const;

/** A file that was dropped onto the window. */
export const drop = {
  title: 'Dit bedrijfsbestand gebruiken?',
  lead: '“{{file}}” bevat de gegevens die Legrand aan uw bedrijf gaf. Ze vervangen die in Liaison; elke koppeling blijft.',
  use: 'Bestand gebruiken',
  several: 'Eén bestand tegelijk graag',
  foreign: '“{{file}}” kan hier niet worden gebruikt',
  whatFits: 'U kunt op het venster slepen:',
  fits: {
    company: 'uw bedrijfsbestand (.liaison)',
    sites: 'locaties van een collega (.liaison-sites)',
    photos: 'foto’s, op de pagina “Bezoek” van een locatie',
    days: 'een daglijst, op de pagina “Daglijst importeren”',
  },
  understood: 'Begrepen',
} as const;
