import type { ProblemText } from '../types.ts';

/** L-11 to L-17: around the sign-in page. */
export const signIn = {
  'L-11': {
    title: 'Terugkeeradres niet geregistreerd bij Legrand',
    effect: 'De pagina van Legrand toont een fout in plaats van het inlogscherm. Er is niets gekoppeld.',
    why: 'Legrand antwoordt alleen naar het terugkeeradres dat voor uw bedrijf is geregistreerd, letter voor letter.',
    steps: [
      'Sluit de pagina in de browser.',
      'Het kantoor kopieert het terugkeeradres uit “Bedrijfstoegang” naar het portaal van Legrand (“First Reply URL”).',
      'Wacht op de goedkeuring van Legrand.',
      'Druk op “Bedrijfstoegang testen” en begin daarna opnieuw met inloggen.',
    ],
    who: ['admin', 'legrand'],
    retry: 'afterFix',
  },
  'L-12': {
    title: 'Het wachten op het inloggen duurde te lang',
    effect: 'Er is geen antwoord gekomen uit de browser, die daar 10 minuten voor heeft. Er is niets gekoppeld.',
    why: 'De pagina is gesloten, vergeten of toont een melding.',
    steps: ['Kijk in de browser: staat er een melding op de pagina?', 'Toon de pagina weer of begin opnieuw met inloggen.', 'Toont de pagina iets anders, kies dan “Wat ziet u?”.'],
    who: ['electrician'],
    retry: 'safe',
  },
  'L-13': {
    title: 'Dit antwoord hoort niet bij deze inlogpoging',
    effect: 'Een antwoord uit de browser is genegeerd. De lopende inlogpoging gaat gewoon door.',
    why: 'Een oud browsertabblad antwoordde, of iets anders probeerde het. Voor de zekerheid is het antwoord niet gebruikt.',
    steps: ['Sluit alle oude tabbladen van Legrand.', 'Ga verder in het nieuwste tabblad of begin opnieuw met inloggen.', 'Gebeurt het nog eens, geef dan de code L-13 door aan uw kantoor.'],
    who: ['electrician'],
    retry: 'safe',
  },
  'L-14': {
    title: 'Er kwam onverwacht een antwoord',
    effect: 'De browser stuurde een antwoord terwijl niemand aan het inloggen was. Er is niets gekoppeld.',
    why: 'De app is opnieuw gestart, of er is een link uit een e-mail of uit de browsergeschiedenis geopend.',
    steps: ['Er valt niets te herstellen.', 'Wilt u een woning koppelen, open dan de locatie en begin daar.'],
    who: ['electrician'],
    retry: 'safe',
  },
  'L-15': {
    title: 'Het inloggen is onderbroken',
    effect: 'Het inloggen kon niet worden afgemaakt. Er is niets gekoppeld.',
    why: 'De laptop ging in slaapstand, deed een update, of de app werd gesloten.',
    steps: ['Sluit de oplader aan.', 'Begin voor dezelfde locatie opnieuw met inloggen.'],
    who: ['electrician'],
    retry: 'safe',
  },
  'L-16': {
    title: 'De bedrijfssleutel is verlopen',
    effect: 'Legrand weigert het hele bedrijf tot de bedrijfssleutel is vervangen. Elke koppeling blijft bewaard.',
    why: 'Een bedrijfssleutel is bij Legrand één jaar geldig. De melding van Legrand vraagt om opnieuw in te loggen. Dat is misleidend: de klant kan niets doen.',
    steps: [
      'Vraag de klant niet om in te loggen.',
      'Het kantoor vernieuwt de bedrijfssleutel in het ontwikkelaarsportaal van Legrand.',
      'Druk op “Sleutel vervangen” onder “Bedrijfstoegang”: elke koppeling blijft.',
      'De koppelingen gaan daarna vanzelf verder. “Verlengingen” toont ze een voor een.',
    ],
    who: ['admin'],
    retry: 'afterFix',
  },
  'L-17': {
    title: 'Legrand weigert meerdere koppelingen tegelijk',
    effect: 'Geen koppeling wordt opgegeven, alles blijft bewaard. Liaison probeert er voorlopig maar af en toe één.',
    why: 'Worden ze allemaal tegelijk geweigerd, dan ligt het bijna nooit aan de klanten. Meestal is de bedrijfssleutel verlopen en zegt Legrand dat niet.',
    steps: [
      'Vraag geen enkele klant om in te loggen.',
      'Het kantoor controleert de bedrijfssleutel in het ontwikkelaarsportaal van Legrand en vernieuwt hem als hij een jaar oud is.',
      'Druk op “Sleutel vervangen” onder “Bedrijfstoegang”: elke koppeling blijft en gaat vanzelf verder.',
      'Alleen als het kantoor zeker weet dat alles klopt: “Verlengingen”, “Bedrijfstoegang klopt: alles opnieuw proberen”.',
    ],
    who: ['admin'],
    retry: 'afterFix',
  },
} as const satisfies Record<string, ProblemText>;
