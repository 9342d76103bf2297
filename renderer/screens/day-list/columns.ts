/** What a column can be. Anything else (telephone, remarks …) is left alone. */
export type Role = 'name' | 'customer' | 'firstName' | 'lastName' | 'address' | 'street' | 'number' | 'postcode' | 'city' | 'date' | 'time';

/** Heads of columns in six languages, as `bare` writes them. */
const WORDS: Readonly<Record<Role, string>> = {
  name: `name|nom|nome|nombre|naam|site|site name|chantier|nom du chantier|cantiere|objekt|objektname|obra|locatie|projekt|projet|progetto|proyecto|project|bauvorhaben|baustelle|bezeichnung|title|titre|titel|titolo|titulo
    |subject|objet|betreff|oggetto|asunto|onderwerp|appointment|rendez vous|rdv|termin|appuntamento|cita|afspraak`,
  customer: 'customer|customer name|client|client name|nom du client|nom client|cliente|nome cliente|nome del cliente|nombre del cliente|kunde|kundenname|klant|klantnaam|naam klant|contact|kontakt|contatto|contacto|ansprechpartner|auftraggeber|contactpersoon',
  firstName: 'first name|given name|vorname|prenom|nome di battesimo|nombre de pila|voornaam',
  lastName: 'last name|surname|family name|nachname|familienname|nom de famille|cognome|apellido|apellidos|achternaam',
  address: 'address|site address|adresse|adresse du chantier|adresse complete|indirizzo|direccion|domicilio|adres|anschrift|objektadresse|location|lieu|luogo|lugar|standort|einsatzort',
  street: 'street|rue|voie|strasse|str|strasse hausnummer|strasse nr|strasse und hausnummer|via|calle|straat|straat en huisnummer|address line 1|adresse 1',
  number: 'house number|hausnummer|hausnr|numero civico|civico|numero de rue|huisnummer|huisnr',
  postcode: 'postcode|post code|postal code|zip|zip code|code postal|cp|cap|plz|postleitzahl|codigo postal',
  city: 'city|town|ville|commune|citta|comune|localita|ort|stadt|wohnort|ciudad|poblacion|localidad|municipio|plaats|stad|woonplaats|gemeente',
  date: `date|datum|data|fecha|jour|tag|giorno|dia|dag|day|visit|visite|besuch|visita|bezoek|visit date|date de visite|date de la visite|date du rendez vous|data visita|data della visita|fecha de la visita|fecha de visita|besuchsdatum|besuchstag
    |bezoekdatum|start date|date de debut|startdatum|start|debut|beginn|inizio|inicio|begin`,
  time: 'time|heure|heure de debut|uhrzeit|zeit|ora|orario|hora|hora de inicio|tijd|tijdstip|uur|start time|startzeit|starttijd|ora di inizio|von',
};

const roles: ReadonlyMap<string, Role> = new Map(
  (Object.entries(WORDS) as [Role, string][]).flatMap(([role, words]) => words.split('|').map((word) => [word.trim(), role] as const)),
);

/** A head as it is compared: lower case, without accents, signs, and what stands in brackets. */
export function bare(head: string): string {
  return head.replaceAll(/\([^)]*\)?/gu, ' ').toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Which column is what; of two with one meaning the first. */
export type Columns = ReadonlyMap<Role, number>;

/** What the heads say. */
export function columnsOf(heads: readonly string[]): Columns {
  const columns = new Map<Role, number>();
  for (const [index, head] of heads.entries()) {
    const role = roles.get(bare(head));
    if (role && !columns.has(role)) columns.set(role, index);
  }
  return columns;
}

const NAMING: readonly Role[] = ['name', 'customer', 'lastName', 'address', 'street'];

/** Whether these columns say whom a line is about. */
export function canName(columns: Columns): boolean {
  return NAMING.some((role) => columns.has(role));
}
