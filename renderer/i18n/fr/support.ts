/** The support file. */
export const support = {
  open: 'Créer un fichier d’assistance',
  title: 'Fichier d’assistance',
  lead: 'Un fichier pour ceux qui vous aident à distance. Lisez-le d’abord ; rien n’est envoyé automatiquement.',
  inTitle: 'Ce qu’il contient',
  in: {
    program: 'les versions du programme et du système',
    checks: 'le dernier résultat de « Prêt pour le chantier », l’horloge, et le programme qui reçoit le lien de retour',
    counts: 'le nombre de chantiers et de liaisons, et leur état',
    events: 'les 200 derniers événements, avec les codes des problèmes',
  },
  outTitle: 'Ce qu’il ne contient jamais',
  out: {
    customers: 'les noms, adresses et logements des clients',
    secrets: 'les secrets, clés et mots de passe',
    accounts: 'les comptes et adresses e-mail',
    files: 'les notes, photos et documents',
  },
  fileTitle: 'Le fichier, mot pour mot',
  save: 'Enregistrer le fichier',
  saved: 'Fichier d’assistance enregistré.',
  showLog: 'Afficher le dossier du journal',
  stays: 'Il reste sur ce PC tant que vous ne le transmettez pas.',
} as const;
