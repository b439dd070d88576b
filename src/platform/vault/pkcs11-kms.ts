import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import type * as Pkcs11 from 'pkcs11js';
import { VaultFault, type Kms } from './kms.ts';

/** Where the hardware module is, and how it is entered. */
export interface Pkcs11Settings {
  /** Path of the maker's library. */
  readonly module: string;
  /** Label of the token. */
  readonly token: string;
  readonly pin: string;
}

const [ivBytes, tagBits] = [12, 128];
const prefix = 'cqs-kek-';

/**
 * KEKs in a hardware module, from which they cannot be read: AES-256, sensitive, not extractable; data keys are sealed
 * inside of it by CKM_AES_GCM (PKCS #11 v2.40). The one made last seals.
 */
export function openPkcs11Kms(settings: Pkcs11Settings): Kms & { close(): void } {
  // A native package that is loaded by those installations alone that have such a module.
  const { PKCS11, ...c } = createRequire(import.meta.url)('pkcs11js') as typeof Pkcs11;
  const module = new PKCS11();
  module.load(settings.module);
  module.C_Initialize();
  const slot = module
    .C_GetSlotList(true)
    .find((each) => module.C_GetTokenInfo(each).label.trim() === settings.token);
  if (!slot) throw new VaultFault(`Thiết bị khóa không có ngăn tên ${settings.token}`);
  const session = module.C_OpenSession(slot, c.CKF_SERIAL_SESSION | c.CKF_RW_SESSION);
  module.C_Login(session, c.CKU_USER, settings.pin);

  /** Labels grow with time, so that their order is the order of making. */
  function list(): { readonly id: string; readonly handle: Buffer }[] {
    module.C_FindObjectsInit(session, [{ type: c.CKA_CLASS, value: c.CKO_SECRET_KEY }]);
    const found: Buffer[] = [];
    for (;;) {
      const handle = module.C_FindObjects(session);
      if (!handle) break;
      found.push(handle);
    }
    module.C_FindObjectsFinal(session);
    return found
      .map((handle) => ({
        handle,
        id: String(module.C_GetAttributeValue(session, handle, [{ type: c.CKA_LABEL }])[0]!.value),
      }))
      .filter(({ id }) => id.startsWith(prefix))
      .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  }

  let handles = new Map(list().map(({ id, handle }) => [id, handle]));

  function make(): string {
    const id = `${prefix}${Date.now().toString(36).padStart(9, '0')}-${randomBytes(3).toString('hex')}`;
    const handle = module.C_GenerateKey(session, { mechanism: c.CKM_AES_KEY_GEN }, [
      { type: c.CKA_CLASS, value: c.CKO_SECRET_KEY },
      { type: c.CKA_LABEL, value: id },
      { type: c.CKA_VALUE_LEN, value: 32 },
      { type: c.CKA_TOKEN, value: true },
      { type: c.CKA_PRIVATE, value: true },
      { type: c.CKA_SENSITIVE, value: true },
      { type: c.CKA_EXTRACTABLE, value: false },
      { type: c.CKA_ENCRYPT, value: true },
      { type: c.CKA_DECRYPT, value: true },
    ]);
    handles.set(id, handle);
    return id;
  }

  function handleOf(kek: string): Buffer {
    if (!handles.has(kek)) handles = new Map(list().map(({ id, handle }) => [id, handle]));
    const handle = handles.get(kek);
    if (!handle) throw new VaultFault(`Thiết bị khóa không có khóa ${kek}`);
    return handle;
  }

  const gcm = (iv: Buffer, label: string) => ({
    mechanism: c.CKM_AES_GCM,
    parameter: {
      type: c.CK_PARAMS_AES_GCM,
      iv,
      aad: Buffer.from(label),
      ivBits: ivBytes * 8,
      tagBits,
    },
  });
  const current = () => [...handles.keys()].at(-1) ?? make();

  return {
    current,
    wrap(key, label) {
      const kek = current();
      const iv = randomBytes(ivBytes);
      module.C_EncryptInit(session, gcm(iv, label), handleOf(kek));
      const sealed = module.C_Encrypt(session, key, Buffer.alloc(key.length + tagBits / 8));
      return { kek, bytes: Buffer.concat([iv, sealed]) };
    },
    unwrap({ kek, bytes }, label) {
      const handle = handleOf(kek);
      try {
        module.C_DecryptInit(session, gcm(bytes.subarray(0, ivBytes), label), handle);
        return module.C_Decrypt(session, bytes.subarray(ivBytes), Buffer.alloc(bytes.length));
      } catch (cause) {
        throw new VaultFault(`Khóa dữ liệu không mở được bằng khóa ${kek}`, { cause });
      }
    },
    rotate: make,
    retired: () =>
      list()
        .map(({ id }) => id)
        .slice(0, -1),
    forget(kek) {
      if (kek === current()) throw new VaultFault(`Khóa ${kek} đang được dùng`);
      module.C_DestroyObject(session, handleOf(kek));
      handles.delete(kek);
    },
    close() {
      module.C_CloseSession(session);
      module.C_Finalize();
      module.close();
    },
  };
}
