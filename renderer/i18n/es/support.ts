/** The support file. */
export const support = {
  open: 'Crear un archivo de asistencia',
  title: 'Archivo de asistencia',
  lead: 'Un archivo para quienes le ayudan a distancia. Léalo antes; nada se envía por sí solo.',
  inTitle: 'Qué contiene',
  in: {
    program: 'las versiones del programa y del sistema',
    checks: 'el último resultado de «Listo para la obra», el reloj y quién recibe la dirección de retorno',
    counts: 'cuántas obras y vínculos hay, y en qué estado',
    events: 'los últimos 200 sucesos, con los códigos de los problemas',
  },
  outTitle: 'Qué no contiene nunca',
  out: {
    customers: 'nombres, direcciones y viviendas de clientes',
    secrets: 'secretos, claves y contraseñas',
    accounts: 'cuentas y direcciones de correo',
    files: 'notas, fotos y documentos',
  },
  fileTitle: 'El archivo, palabra por palabra',
  save: 'Guardar el archivo',
  saved: 'Archivo de asistencia guardado.',
  showLog: 'Mostrar la carpeta del registro',
  stays: 'Se queda en este portátil hasta que usted lo entregue.',
} as const;
