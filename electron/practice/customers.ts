/** One invented device ("module" in the homes API, spec 2.5). */
export interface PracticeDevice {
  readonly id: string;
  readonly name: string;
  readonly device: string;
}

/** One invented home ("plant" in the homes API). */
export interface PracticeHome {
  readonly id: string;
  readonly name: string;
  readonly devices: readonly PracticeDevice[];
}

/** One invented customer. The password is no secret: it opens nothing but practice. */
export interface PracticeCustomer {
  /** The account's stable id, a GUID. */
  readonly subject: string;
  readonly email: string;
  readonly password: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly homes: readonly PracticeHome[];
}

function home(id: string, name: string, devices: readonly (readonly [device: string, name: string])[]): PracticeHome {
  return { id, name, devices: devices.map(([device, label], index) => ({ id: `${id}-${String(index + 1).padStart(2, '0')}`, name: label, device })) };
}

const claire: PracticeCustomer = {
  subject: '3f0c1d52-8a67-4c1e-9a35-5d2f6b7e1001',
  email: 'claire.dupont@example.com', password: 'Practice-2468', givenName: 'Claire', familyName: 'Dupont',
  homes: [
    home('5b1e0c7a4d9f42d0b6a80001', 'Maison Dupont', [
      ['chronothermostat', 'Salon'], ['chronothermostat', 'Étage'], ['light', 'Entrée'], ['light', 'Cuisine'], ['light', 'Séjour'],
      ['light', 'Chambre parents'], ['light', 'Chambre Léo'], ['light', 'Terrasse'], ['automation', 'Volet salon'], ['automation', 'Volet cuisine'],
      ['automation', 'Volet chambre'], ['plug', 'Chauffe-eau'], ['plug', 'Lave-linge'], ['meter', 'Compteur'],
    ]),
    home('5b1e0c7a4d9f42d0b6a80002', 'Gîte', [['chronothermostat', 'Séjour du gîte'], ['light', 'Porche'], ['automation', 'Volet du gîte']]),
  ],
};

const marco: PracticeCustomer = {
  subject: '3f0c1d52-8a67-4c1e-9a35-5d2f6b7e1002',
  email: 'marco.rossi@example.com', password: 'Practice-1357', givenName: 'Marco', familyName: 'Rossi',
  homes: [
    home('5b1e0c7a4d9f42d0b6a80003', 'Villa Rossi', [
      ['chronothermostat', 'Soggiorno'], ['light', 'Ingresso'], ['light', 'Cucina'], ['automation', 'Tapparella camera'], ['plug', 'Scaldabagno'],
    ]),
  ],
};

const hannah: PracticeCustomer = {
  subject: '3f0c1d52-8a67-4c1e-9a35-5d2f6b7e1003',
  email: 'hannah.weber@example.com', password: 'Practice-9753', givenName: 'Hannah', familyName: 'Weber',
  homes: [
    home('5b1e0c7a4d9f42d0b6a80004', 'Home', [['chronothermostat', 'Wohnzimmer'], ['light', 'Flur']]),
    home('5b1e0c7a4d9f42d0b6a80005', 'Home', [['chronothermostat', 'Ferienwohnung'], ['automation', 'Rollladen Süd'], ['plug', 'Sauna']]),
  ],
};

const tom: PracticeCustomer = {
  subject: '3f0c1d52-8a67-4c1e-9a35-5d2f6b7e1004',
  email: 'tom.baker@example.com', password: 'Practice-8642', givenName: 'Tom', familyName: 'Baker', homes: [],
};

/** The invented customers: two different homes, one home, two homes of the same name, no home at all. */
export const practiceCustomers: readonly PracticeCustomer[] = [claire, marco, hannah, tom];
