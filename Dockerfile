FROM node:22-slim
WORKDIR /goodstanding
COPY . .
RUN npm ci && npm run build && mkdir /data && chown node /data
ENV NODE_ENV=production
USER node
CMD ["node", "--enable-source-maps", "dist/api/cli/goodstanding.js", "start"]
