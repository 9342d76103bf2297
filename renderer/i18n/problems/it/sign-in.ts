import type { ProblemText } from '../types.ts';

/** L-11 to L-17: around the sign-in page. */
export const signIn = {
  'L-11': {
    title: 'Indirizzo di ritorno non registrato presso Legrand',
    effect: 'La pagina di Legrand mostra un errore invece della pagina di accesso. Nulla è stato collegato.',
    why: 'Legrand risponde solo all’indirizzo di ritorno registrato per la tua azienda, lettera per lettera.',
    steps: [
      'Chiudi la pagina nel browser.',
      'L’ufficio copia l’indirizzo di ritorno da Credenziali aziendali nel portale di Legrand (“First Reply URL”).',
      'Aspetta l’approvazione di Legrand.',
      'Premi Verifica credenziali, poi ricomincia l’accesso.',
    ],
    who: ['admin', 'legrand'],
    retry: 'afterFix',
  },
  'L-12': {
    title: 'Tempo per l’accesso scaduto',
    effect: 'Dal browser non è arrivata nessuna risposta; il tempo massimo è di 10 minuti. Nulla è stato collegato.',
    why: 'La pagina è stata chiusa o dimenticata, oppure mostra un messaggio.',
    steps: ['Guarda il browser: c’è un messaggio sulla pagina?', 'Mostra di nuovo la pagina, oppure ricomincia l’accesso.', 'Se la pagina mostra qualcos’altro, scegli “Che cosa vedi?”.'],
    who: ['electrician'],
    retry: 'safe',
  },
  'L-13': {
    title: 'Questa risposta non appartiene a questo accesso',
    effect: 'Una risposta del browser è stata ignorata. L’accesso in corso prosegue indisturbato.',
    why: 'Ha risposto una vecchia scheda del browser, oppure qualcos’altro ci ha provato. Per sicurezza non è stata usata.',
    steps: ['Chiudi tutte le vecchie schede di Legrand.', 'Prosegui nella scheda più recente, oppure ricomincia l’accesso.', 'Se si ripete, comunica al tuo ufficio il codice L-13.'],
    who: ['electrician'],
    retry: 'safe',
  },
  'L-14': {
    title: 'È arrivata una risposta inattesa',
    effect: 'Il browser ha inviato una risposta mentre non c’era nessun accesso in corso. Nulla è stato collegato.',
    why: 'L’app è stata riavviata, oppure è stato aperto un link da un’e-mail o dalla cronologia del browser.',
    steps: ['Non c’è nulla da riparare.', 'Se vuoi collegare un’abitazione, apri il suo cantiere e comincia da lì.'],
    who: ['electrician'],
    retry: 'safe',
  },
  'L-15': {
    title: 'L’accesso è stato interrotto',
    effect: 'Non è stato possibile completare l’accesso. Nulla è stato collegato.',
    why: 'Il portatile è andato in standby o si è aggiornato, oppure l’app è stata chiusa.',
    steps: ['Collega il caricabatterie.', 'Ricomincia l’accesso per lo stesso cantiere.'],
    who: ['electrician'],
    retry: 'safe',
  },
  'L-16': {
    title: 'La chiave segreta dell’azienda è scaduta',
    effect: 'Legrand rifiuta l’intera azienda finché la chiave segreta non viene sostituita. Tutti i collegamenti restano salvati.',
    why: 'La chiave segreta di Legrand dura un anno. Il messaggio di Legrand chiede di rifare l’accesso, ma inganna: il cliente non può fare nulla.',
    steps: [
      'Non chiedere al cliente di accedere.',
      'L’ufficio rinnova la chiave segreta nel portale sviluppatori di Legrand.',
      'Usa Sostituisci chiave in Credenziali aziendali: tutti i collegamenti restano.',
      'Poi i collegamenti proseguono da soli. Rinnovi li mostra uno per uno.',
    ],
    who: ['admin'],
    retry: 'afterFix',
  },
  'L-17': {
    title: 'Legrand rifiuta più collegamenti insieme',
    effect: 'Nessun collegamento viene abbandonato e Liaison ne prova solo uno ogni tanto. Tutti i collegamenti restano salvati.',
    why: 'Se vengono rifiutati tutti insieme, difficilmente dipende dai clienti. Di solito la chiave segreta dell’azienda è scaduta e Legrand non lo dice.',
    steps: [
      'Non chiedere a nessun cliente di accedere.',
      'L’ufficio controlla la chiave segreta nel portale sviluppatori di Legrand e la rinnova se ha un anno.',
      'Usa Sostituisci chiave in Credenziali aziendali: tutti i collegamenti restano e proseguono da soli.',
      'Solo se l’ufficio è sicuro che la chiave segreta è giusta: Rinnovi, “Le credenziali sono giuste”.',
    ],
    who: ['admin'],
    retry: 'afterFix',
  },
} as const satisfies Record<string, ProblemText>;
