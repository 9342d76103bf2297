import { failure, success, type Result } from '../../contract/result.ts';
import type { ChecklistView, TemplateView } from '../../contract/visit.ts';
import { answered, checklistView, checksOf, isComplete, isUsableTemplate, templateOf, type ChecklistStore } from '../../sites/checklist.ts';
import type { PhotoStore } from '../../sites/photo.ts';
import type { SiteStore } from '../../sites/site.ts';
import type { Handlers } from '../calls.ts';
import type { Program } from '../program.ts';

/** The parts of the book that a visit changes. */
interface Book {
  readonly sites: SiteStore;
  readonly checklists: ChecklistStore;
  readonly photos: PhotoStore;
}

function withBook<Value>(program: Program, action: (book: Book) => Result<Value>): Result<Value> {
  const { sites, checklists, photos, storageProblem } = program.workplace();
  return sites && checklists && photos ? action({ sites, checklists, photos }) : failure(storageProblem ?? { code: 'L-63' });
}

const NO_SITE = failure({ code: 'L-81', field: 'siteId' });

/** The same for a site that is there. */
function withSite<Value>(program: Program, siteId: string, action: (book: Book) => Result<Value>): Result<Value> {
  return withBook(program, (book) => (book.sites.find(siteId) ? action(book) : NO_SITE));
}

type Event = 'checklistCompleted' | 'photoAdded' | 'photoDeleted';

/** What was done is kept by then: a history that cannot be written is no reason to take it back. */
function note(program: Program, { sites }: Book, siteId: string, event: Event): void {
  sites.addHistory(siteId, { at: program.clock.now(), event, who: program.preferences.get('personName') });
  program.changed('sites');
}

function answer(program: Program, { siteId, ...given }: Parameters<Handlers['visit.answer']>[0]): Result<ChecklistView> {
  return withSite(program, siteId, (book) => {
    const before = checksOf(book.checklists, siteId);
    const after = answered(before, given, program.clock.now(), program.preferences.get('personName'));
    if (!after.ok) return after;
    const saved = book.checklists.save(siteId, after.value);
    if (!saved.ok) return saved;
    if (isComplete(after.value) && !isComplete(before)) note(program, book, siteId, 'checklistCompleted');
    return success(checklistView(checksOf(book.checklists, siteId)));
  });
}

const templateView = ({ checklists }: Book): Result<TemplateView> => {
  const own = checklists.template();
  return success({ items: [...templateOf(own)], isBuiltIn: own.length === 0 });
};

function saveTemplate(program: Program, items: TemplateView['items']): Result<TemplateView> {
  return withBook(program, (book) => {
    if (items.length > 0 && !isUsableTemplate(items)) return failure({ code: 'L-81', field: 'items' });
    const saved = book.checklists.saveTemplate(items);
    if (!saved.ok) return saved;
    program.changed('sites');
    return templateView(book);
  });
}

type PhotoCalls = 'visit.photos' | 'visit.addPhoto' | 'visit.captionPhoto' | 'visit.deletePhoto';

function photoHandlers(program: Program): Pick<Handlers, PhotoCalls> {
  const after = (siteId: string, event: Event | null, act: (photos: PhotoStore) => Result<null>): ReturnType<Handlers['visit.photos']> =>
    withSite(program, siteId, (book) => {
      const done = act(book.photos);
      if (!done.ok) return done;
      if (event) note(program, book, siteId, event);
      return success([...book.photos.list(siteId)]);
    });
  return {
    'visit.photos': ({ siteId }) => after(siteId, null, () => success(null)),
    'visit.addPhoto': ({ siteId, jpeg }) => after(siteId, 'photoAdded', (photos) => photos.add(siteId, jpeg, program.clock.now())),
    'visit.captionPhoto': ({ siteId, photoId, caption }) => after(siteId, null, (photos) => photos.setCaption(siteId, photoId, caption)),
    'visit.deletePhoto': ({ siteId, photoId }) => after(siteId, 'photoDeleted', (photos) => photos.remove(siteId, photoId)),
  };
}

type VisitCalls = PhotoCalls | 'visit.checklist' | 'visit.answer' | 'visit.camera' | 'template.view' | 'template.save' | 'template.reset';

/** Handlers of `visit.*` and `template.*`. */
export function visitHandlers(program: Program): Pick<Handlers, VisitCalls> {
  return {
    ...photoHandlers(program),
    'visit.checklist': ({ siteId }) => withSite(program, siteId, ({ checklists }) => success(checklistView(checksOf(checklists, siteId)))),
    'visit.answer': (given) => answer(program, given),
    'visit.camera': async ({ open }) => {
      if (open) return success(await program.camera.open());
      program.camera.close();
      return success(true);
    },
    'template.view': () => withBook(program, templateView),
    'template.save': ({ items }) => saveTemplate(program, items),
    'template.reset': () => saveTemplate(program, []),
  };
}
