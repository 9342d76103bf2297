import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { closedPort, startBlackHole, startGuestNetwork } from '../authority/bad-networks.ts';
import { selfSigned } from '../authority/certificate.ts';
import { startTlsFront } from '../authority/tls-front.ts';
import { runtimeName } from '../runtime/launch.ts';
import { expect, test, type Laptop } from './support/fixtures.ts';
import { returnArguments, type RunningApp } from './support/running-app.ts';
import { companyFileOf, expectProblem, firstStart, importCompany } from './support/steps.ts';

const press = async ({ window }: RunningApp, name: string): Promise<void> => window.getByRole('button', { name, exact: true }).first().click();
const heading = (window: Page, name: string | RegExp) => window.getByRole('heading', { level: 1, name });
const line = (window: Page, name: string) => window.getByRole('listitem').filter({ has: window.getByText(name, { exact: true }) });

/** A laptop of a company whose sign-in server is at `origin`, or an authority of its own. */
async function company(laptop: Laptop, origin?: string, environment?: Readonly<Record<string, string>>): Promise<RunningApp> {
  const { authority, options } = await laptop.authority();
  const running = await laptop.start([], environment);
  await firstStart(running.window);
  await importCompany(running, laptop.elsewhere, companyFileOf(origin ?? authority.origin, options));
  return running;
}

/** What a person would press on the page that was just opened in the browser. */
async function linkOnPage(running: RunningApp, count: number): Promise<string> {
  await expect.poll(async () => (await running.openedAddresses()).length).toBe(count);
  const page = await (await fetch((await running.openedAddresses())[count - 1] ?? '')).text();
  return /<a href="([^"]+)"/.exec(page)?.[1] ?? '';
}

test('Ready for site checks everything, proves the way back, and keeps its date over a restart', async ({ laptop }) => {
  const running = await company(laptop);
  const { window } = running;
  await press(running, 'Ready for site');
  await expect(heading(window, 'Is this laptop ready?')).toBeVisible();
  await press(running, 'Check this laptop');
  await expect(heading(window, 'Almost ready: test the way back')).toBeVisible();
  for (const name of ['Company credentials', 'Way to Legrand', 'Clock of this laptop', 'Saving', 'Protection of links', 'Free space', 'Battery']) await expect(line(window, name).getByText('Good')).toBeVisible();
  await press(running, 'Test the way back');
  await expect(window.getByText('Waiting for the browser')).toBeVisible();
  const back = await linkOnPage(running, 1);
  expect(back).toMatch(/^liaison:\/\/loop-test\/[\w-]{43}$/);
  await running.returnThroughOpenUrl(`liaison://loop-test/${'x'.repeat(43)}`);
  await expect(window.getByText('Waiting for the browser')).toBeVisible();
  await running.returnThroughSecondProcess(back);
  await expect(window.getByText(/^The browser came back at/)).toBeVisible();
  await expect(line(window, 'Way back from the browser').getByText('Good')).toBeVisible();
  await running.close();

  const again = await laptop.start();
  await press(again, 'Ready for site');
  await expect(again.window.getByText(/^Checked today at/)).toBeVisible();
  await expect(line(again.window, 'Way back from the browser').getByText('Good')).toBeVisible();
});

test('the way back is proven with the program closed: the page opens it again', async ({ laptop }) => {
  const running = await company(laptop);
  await press(running, 'Ready for site');
  await press(running, 'Test with Liaison closed');
  const ended = running.app.waitForEvent('close');
  const back = await linkOnPage(running, 1);
  await ended;
  const fresh = await laptop.start(returnArguments(back));
  await expect(heading(fresh.window, /ready/i)).toBeVisible();
  await expect(fresh.window.getByText(/^The browser opened Liaison again at/)).toBeVisible();
  await expect(fresh.window.getByText('L-14')).toHaveCount(0);
});

test('offline the lines that need the internet say so, and the network is red', async ({ laptop }) => {
  test.skip(runtimeName() !== 'stand-in', 'Electron’s own network cannot be switched off from here');
  const running = await company(laptop, 'https://login.invalid', { STANDIN_OFFLINE: '1' });
  const { window } = running;
  await press(running, 'Ready for site');
  await press(running, 'Check this laptop');
  await expect(heading(window, /Not ready: 1 thing to solve/)).toBeVisible();
  for (const name of ['Company credentials', 'Clock of this laptop']) await expect(line(window, name).getByText('Cannot check now')).toBeVisible();
  await expect(line(window, 'Saving').getByText('Good')).toBeVisible();
  await line(window, 'Way to Legrand').getByRole('button', { name: /What to do/ }).click();
  await expectProblem(window, 'L-50');
});

test('a guest network is told from the screen, with the way to its page', async ({ laptop }) => {
  const network = await startGuestNetwork();
  const running = await company(laptop, network.origin);
  const { window } = running;
  await press(running, 'Ready for site');
  await press(running, 'Network doctor');
  await expect(heading(window, 'This Wi-Fi wants you to sign in first')).toBeVisible();
  await press(running, 'What to do now');
  await expectProblem(window, 'L-51');
  await network.close();
});

test('a place that never answers: the person says what the browser shows', async ({ laptop }) => {
  const hole = await startBlackHole();
  const running = await company(laptop, hole.origin);
  const { window } = running;
  await press(running, 'Ready for site');
  await press(running, 'Network doctor');
  await expect(window.getByRole('heading', { name: 'What does the browser show on this laptop?' })).toBeVisible({ timeout: 30_000 });
  await press(running, 'Legrand’s page opens');
  await expect(heading(window, 'Only the app is blocked')).toBeVisible();
  await hole.close();
});

test('an inspected connection: the sheet for the client’s IT names hosts, what failed and the issuer, and no secret', async ({ laptop }) => {
  const { authority } = await laptop.authority();
  const front = await startTlsFront(selfSigned(), authority.origin);
  const running = await company(laptop, front.origin);
  const { window, app } = running;
  await press(running, 'Ready for site');
  await press(running, 'Network doctor');
  await expect(heading(window, 'The connection is inspected and not trusted')).toBeVisible();
  await press(running, 'Sheet for the client’s IT');
  const paper = window.getByRole('article');
  for (const part of ['Network access for Liaison', 'Martin Électricité', 'localhost', new URL(front.origin).port, 'L-54', 'Not trusted', 'Please do not decrypt']) await expect(paper).toContainText(part);
  await expect(paper).toContainText(/Issuer of the certificate shown\s*test [0-9a-f]{16}/);
  const file = path.join(laptop.elsewhere, 'sheet.pdf');
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
  }, file);
  await press(running, 'Save as PDF');
  await expect(window.getByText('Saved.')).toHaveCount(1);
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  await front.close();
});

test('no answer at all: Network doctor looks by itself on the page of L-10', async ({ laptop }) => {
  const running = await company(laptop, `http://localhost:${String(await closedPort())}`);
  const { window } = running;
  await press(running, 'Company credentials');
  await window.getByRole('button', { name: /^Test/ }).first().click();
  await window.getByRole('button', { name: 'What to do' }).first().click();
  await expectProblem(window, 'L-10');
  await expect(window.getByText('L-55 The network blocks Legrand')).toBeVisible({ timeout: 30_000 });
  await press(running, 'Open Network doctor');
  await expect(heading(window, 'The network blocks Legrand')).toBeVisible();
});
