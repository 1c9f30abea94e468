import { describe, expect, test } from 'vitest';
import { buildOpenApi } from '../../../functions/core/http/openapi.ts';
import { renderPaginaApi } from '../../../functions/core/http/pagina-api.ts';
import { listRotte } from '../../../functions/core/http/rotte.ts';
import { SOMMARI } from '../../../functions/core/http/sommari.ts';
import pacchetto from '../../../package.json' with { type: 'json' };

describe('the description of the API', () => {
  const documento = buildOpenApi(pacchetto.version);

  test('docs/riferimento/openapi.json says what the code does (vitest -u writes it anew)', async () => {
    await expect(`${JSON.stringify(documento, null, 2)}\n`).toMatchFileSnapshot(
      '../../../docs/riferimento/openapi.json',
    );
  });

  test('every $ref leads somewhere', () => {
    const rinvii = [...JSON.stringify(documento).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((trovato) => trovato[1] ?? '');
    expect(rinvii.length).toBeGreaterThan(0);
    const follow = (percorso: string): unknown =>
      percorso
        .split('/')
        .reduce<unknown>((nodo, nome) => (nodo as Record<string, unknown> | undefined)?.[nome], documento);
    expect(rinvii.filter((rinvio) => follow(rinvio) === undefined)).toEqual([]);
  });

  test('names in a path are declared as its parameters, and operations have distinct ids', () => {
    const operazioni = Object.entries(documento.paths).flatMap(([percorso, metodi]) =>
      Object.values(metodi as Record<string, { operationId: string; parameters?: { name: string; in: string }[] }>).map(
        (operazione) => ({ percorso, ...operazione }),
      ),
    );
    expect(new Set(operazioni.map(({ operationId }) => operationId)).size).toBe(listRotte().length);
    for (const { percorso, parameters = [] } of operazioni) {
      const nomi = parameters.filter((parametro) => parametro.in === 'path').map(({ name }) => `{${name}}`);
      expect(nomi).toEqual(percorso.match(/\{[^}]+\}/g) ?? []);
    }
  });
});

describe('the readable page', () => {
  const pagina = renderPaginaApi('1.2.3');

  test.each(listRotte().map(({ id, metodo }) => [id, metodo, SOMMARI[id]] as const))(
    'tells of %s',
    (id, metodo, sommario) => {
      expect(pagina).toContain(`id="${id}"`);
      expect(pagina).toContain(`<span class="metodo">${metodo}</span>`);
      expect(pagina).toContain(sommario);
    },
  );

  test('has nothing that a strict CSP would block', () => {
    expect(pagina).not.toMatch(/<script|<style|style=|\son\w+=|javascript:|(src|href)="https?:/);
  });
});
