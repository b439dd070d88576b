import type { CDPSession, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { phone, servedOffice } from './served-office.ts';

const served = servedOffice();

/** Passkeys are bound to a name: browsers make none for a bare address. */
function named(path: string): string {
  const { port } = new URL(served().address);
  const publicUrl = `http://localhost:${port}`;
  Object.assign(served().office.services.config, { publicUrl, passkeyDomain: 'localhost' });
  return publicUrl + path;
}

/** Gives the browser a telephone's own authenticator, whose owner always touches it. */
async function withAuthenticator(page: Page): Promise<{ cdp: CDPSession; id: string }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId: id } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, id };
}

async function signInByButton(page: Page, account: string): Promise<void> {
  await page.goto(named('/dang-nhap'));
  await page.locator(`button[name=account][value=${account}]`).click();
  await page.waitForURL((url) => url.pathname !== '/dang-nhap');
}

test('on a telephone a citizen makes a passkey and then signs in with it, without a name', async () => {
  const page = await served().visitor(phone);
  const { cdp, id } = await withAuthenticator(page);
  await signInByButton(page, 'cong-dan-2');
  await page.goto(named('/tai-khoan/bao-mat'));
  await page.getByRole('link', { name: 'Thêm khóa truy cập' }).click();
  await page.getByLabel('Đặt tên cho khóa').fill('Điện thoại của tôi');
  await page.getByRole('button', { name: 'Tạo khóa truy cập' }).click();
  await page.waitForURL(/ma-du-phong$/);
  const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId: id });
  expect(credentials).toMatchObject([{ isResidentCredential: true, rpId: 'localhost' }]);

  await page.context().clearCookies();
  // The browser offers it in the box for the name, and this telephone's owner takes it at once: no button is pressed.
  await page.goto(named('/dang-nhap?tiep=/tai-khoan/bao-mat'));
  await page.waitForURL((url) => url.pathname.endsWith('/bao-mat'));
  const words = await page.locator('main').innerText();
  expect(words).toContain('Điện thoại của tôi');
  expect(words).toContain('Dùng lần cuối');

  await cdp.send('WebAuthn.clearCredentials', { authenticatorId: id });
  await page.context().clearCookies();
  await page.goto(named('/dang-nhap'));
  await page.getByRole('button', { name: 'Vào bằng khóa truy cập' }).click();
  await page.getByRole('alert').filter({ hasText: 'Chưa dùng được khóa' }).waitFor();
});

test('a browser before the JSON forms of passkeys makes and uses one too', async () => {
  const page = await served().visitor(phone);
  await withAuthenticator(page);
  await page.addInitScript(() => {
    for (const [of, name] of [
      [PublicKeyCredential, 'parseCreationOptionsFromJSON'],
      [PublicKeyCredential, 'parseRequestOptionsFromJSON'],
      [PublicKeyCredential, 'isConditionalMediationAvailable'],
      [PublicKeyCredential.prototype, 'toJSON'],
    ] as const)
      Reflect.deleteProperty(of, name);
  });
  await signInByButton(page, 'cong-dan-1');
  await page.goto(named('/tai-khoan/bao-mat/khoa'));
  expect(await page.evaluate(() => 'parseCreationOptionsFromJSON' in PublicKeyCredential)).toBe(
    false,
  );
  await page.getByRole('button', { name: 'Tạo khóa truy cập' }).click();
  await page.waitForURL(/ma-du-phong$/);
  await page.context().clearCookies();
  await page.goto(named('/dang-nhap'));
  await page.getByRole('button', { name: 'Vào bằng khóa truy cập' }).click();
  await page.waitForURL((url) => url.pathname === '/');
});

test('without scripts the page of passkeys says what to do instead', async () => {
  const page = await served().visitor({ ...phone, javaScriptEnabled: false });
  await signInByButton(page, 'cong-dan-1');
  await page.goto(named('/tai-khoan/bao-mat/khoa'));
  expect(await page.getByRole('button', { name: 'Tạo khóa truy cập' }).isVisible()).toBe(false);
  expect(await page.locator('main').innerText()).toContain('Hãy dùng ứng dụng xác thực');
});
