/** Settings. */
export const settings = {
  languages: 'Idiomas',
  language: 'Idioma de la aplicación',
  customerLanguage: 'Idioma de los nuevos clientes',
  customerLanguageHint: 'Para la página en la que decide el cliente. Cada obra puede tener el suyo.',
  display: 'Pantalla',
  siteMode: 'Modo obra: grande y con contraste, para trabajar al sol y con guantes',
  siteModeHint: 'Pulse {{keys}} en cualquier pantalla.',
  siteModeKeys: { mac: '⇧⌘S', other: 'Ctrl+Mayús+S' },
  theme: 'Colores',
  themes: { system: 'Automáticos', light: 'Claros', dark: 'Oscuros' },
  company: 'Su empresa',
  companyName: 'Nombre de su empresa',
  companyNameHint: 'Su cliente lee este nombre cuando usted le pide permiso.',
  companyNameMissing: 'Escriba el nombre de su empresa.',
  saveCompanyName: 'Guardar nombre',
  companyNameSaved: 'Nombre guardado.',
  notices: 'Notificaciones',
  noticesSwitch: 'Avisarme cuando haya obras por atender',
  noticesHint: 'Como mucho una al día por motivo, sin sonido, y solo mientras Liaison está abierto detrás de otras ventanas: vínculos por atender, contratos que acaban, documentos sin entregar. Dice cuántos, nunca de quién. En práctica no aparece nada.',
  more: 'Más',
  background: 'Renovación en segundo plano',
  version: 'Liaison {{version}}',
} as const;

/** Help: every problem that has a page. */
export const help = {
  title: '¿Cuál es el problema?',
  lead: 'Cada problema tiene una página que dice qué hacer. No hace falta Internet.',
  search: 'Buscar problemas',
  searchPlaceholder: 'Código o palabras, por ejemplo L-21 o contraseña',
  found_one: '{{count}} problema',
  found_other: '{{count}} problemas',
  none: 'Ningún problema coincide con «{{query}}». Pruebe con otra palabra o solo con el código.',
} as const;

/** Names of the languages, in themselves: a person finds the own one. */
export const languages = {
  en: 'English',
  fr: 'Français',
  it: 'Italiano',
  de: 'Deutsch',
  es: 'Español',
  nl: 'Nederlands',
} as const;
