/** The site book. */
export const book = {
  parts: 'Partes de esta obra',
  tabs: { link: 'Vínculo', visit: 'Visita', papers: 'Documentos y contrato' },
  saved: 'Guardado.',
  notes: 'Notas',
  notesHint: 'Lo que debe saber quien venga la próxima vez',
  saveNotes: 'Guardar las notas',
  contract: 'Contrato',
  contractEndsOn: 'El contrato termina el',
  contractHint: 'Déjelo vacío si el contrato no tiene fin.',
  saveDate: 'Guardar la fecha',
} as const;
