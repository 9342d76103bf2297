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

/** A company file that was dropped onto the window. */
export const drop = {
  title: 'Dit bedrijfsbestand gebruiken?',
  lead: '“{{file}}” bevat de gegevens die Legrand aan uw bedrijf gaf. Ze vervangen die in Liaison; elke koppeling blijft.',
  use: 'Bestand gebruiken',
} as const;
