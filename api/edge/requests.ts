import { type ApolloServerPlugin, type GraphQLRequestListener } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { Logger } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { nobody } from '../shared/caller.js';
import { currentRequest, newId, requestIsA } from '../shared/current-request.js';
import type { Metrics } from '../shared/metrics.js';
import { beginPart, tracedRequest } from '../shared/traces.js';

/** An id of the asker’s own goes into our log only when it is plain and short. */
const PLAIN = /^[\w.-]{1,64}$/;
const logger = new Logger('requests');
type Ended = Parameters<Parameters<typeof tracedRequest>[1]>[0];

/** Gives each request an id, and measures how long its answer took. */
export function followed(metrics: Metrics) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const given = request.get('x-request-id') ?? '';
    const current = {
      id: PLAIN.test(given) ? given : newId(),
      kind: kindOf(request.path),
      caller: nobody(request.ip ?? 'unknown address'),
    };
    const began = performance.now();
    response.set('X-Request-Id', current.id);
    const { method } = request;
    // What follows is a secret that stands in a message.
    const path = request.path.replace(/^\/pay\/.*/i, '/pay/…');
    const answer = (ended: Ended) => {
      response.once('close', () => {
        const milliseconds = performance.now() - began;
        const status = response.writableFinished ? String(response.statusCode) : 'broken off';
        metrics.requests.observe({ kind: current.kind, status }, milliseconds / 1000);
        const attributes = { 'http.request.method': method, 'url.path': path, 'http.response.status_code': status };
        ended(`${method} ${current.kind}`, { ...attributes, request: current.id }, response.statusCode >= 500);
        // A parameter may be a name that was searched for; the path is not.
        currentRequest.run(current, () => logger.log(`${method} ${path} ${status} ${Math.round(milliseconds)} ms`));
      });
      next();
    };
    tracedRequest(request.headers, (ended) => currentRequest.run(current, () => answer(ended)));
  };
}

function kindOf(path: string): string {
  if (/^\/graphql\b/i.test(path)) return 'graphql';
  return /^\/imports\b/i.test(path) ? 'imports' : 'other';
}

/** Tells queries and mutations apart, in measurements and traces. */
@Plugin()
export class OperationKind implements ApolloServerPlugin {
  async requestDidStart(): Promise<GraphQLRequestListener<object>> {
    let ended = () => {};
    return {
      // Neither its text, which may hold values, nor its variables.
      async didResolveOperation({ operation, operationName }) {
        if (!operation) return;
        requestIsA(operation.operation);
        const name = (operationName ?? '').slice(0, 100);
        ended = beginPart(`${operation.operation} ${name}`.trim(), { 'graphql.operation.type': operation.operation });
      },
      async willSendResponse() {
        ended();
      },
    };
  }
}
