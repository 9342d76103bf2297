import type { CustomerCardText } from './types.ts';

/** The card in English. */
export const card: CustomerCardText = {
  language: 'en',
  title: '{{company}} asks to link your Legrand account',
  access: 'They will be able to <strong>see and test</strong> your Legrand devices.',
  password: 'They <strong>never see your password</strong>. You type it yourself, on Legrand’s page.',
  end: 'The link <strong>ends by itself</strong> after 90 days without use. You can end it at any time.',
  refuse: 'You may say no: your installation works all the same.',
  agree: 'I agree, continue',
  notNow: 'Not now',
  practice: 'Practice: nothing here is real',
};
