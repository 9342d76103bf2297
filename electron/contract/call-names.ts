/** The names of all calls from the window to main; `calls.ts` says what each takes and answers. The log knows them before the window does. */
export const callNames = [
  'app.start', 'app.completeFirstStart', 'app.dismissNotices', 'app.dismissSecretReminder', 'app.retryStorage', 'app.setMode', 'app.setProxyPassword',
  'settings.change',
  'profile.view', 'profile.importFile', 'profile.importText', 'profile.save', 'profile.replaceSecret', 'profile.test', 'profile.copyRedirectUri',
  'sites.list', 'sites.similar', 'sites.import', 'sites.create', 'sites.update', 'sites.note', 'sites.get', 'sites.erase',
  'recent.list', 'recent.opened', 'recent.forget',
  'papers.handover', 'papers.letter', 'papers.setPhone', 'papers.save', 'papers.print', 'papers.open',
  'handover.done',
  'contract.end', 'contract.reopen', 'contract.guestRemoved',
  'visit.checklist', 'visit.answer', 'visit.photos', 'visit.addPhoto', 'visit.captionPhoto', 'visit.deletePhoto', 'visit.camera',
  'template.view', 'template.save', 'template.reset',
  'link.check', 'link.recordConsent',
  'browsers.list', 'browsers.choose',
  'link.start', 'link.view', 'link.signedOut', 'link.openAgain', 'link.copyLink', 'link.paste', 'link.reportErrorPage', 'link.stop', 'link.confirm', 'link.reject',
  'link.close', 'link.signOut', 'link.checkNow', 'link.renew', 'link.unlink',
  'renewals.view', 'renewals.start', 'renewals.pause', 'renewals.resume', 'renewals.trustCredentials', 'renewals.setBackground',
  'readiness.view', 'readiness.run', 'readiness.battery', 'readiness.startLoop', 'readiness.stopLoop',
  'doctor.view', 'doctor.run', 'doctor.answer', 'doctor.saveSheet', 'doctor.printSheet',
  'about.view',
  'data.view', 'data.move', 'data.show',
  'support.preview', 'support.save',
  'customer.save',
  'takeover.give', 'takeover.look', 'takeover.receive', 'takeover.lookReceived', 'takeover.take',
  'updates.view', 'updates.check', 'updates.download', 'updates.install', 'updates.later',
  'practice.view', 'practice.setFault',
] as const;
/** The name of a call. */
export type CallName = (typeof callNames)[number];
