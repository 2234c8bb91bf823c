import type { MeasurementStore } from './measure-options.js';

const table = 'measurements';

/** Measurements in the page's IndexedDB, in a database called `separable`. */
export function indexedDbStore(): MeasurementStore {
  return {
    get: (key) => transact('readonly', (store) => store.get(key)) as Promise<string | undefined>,
    async set(key, value) {
      await transact('readwrite', (store) => store.put(value, key));
    },
  };
}

async function transact(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  const opening = indexedDB.open('separable', 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(table));
  const database = (await resultOf(opening)) as IDBDatabase;
  try {
    return await resultOf(work(database.transaction(table, mode).objectStore(table)));
  } finally {
    database.close();
  }
}

function resultOf(request: IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no answer')));
  });
}
