import { Module } from '@nestjs/common';
import { KeptModels } from './kept-models.service.js';

/** Where fitted models are kept, whatever they tell. */
@Module({ providers: [KeptModels], exports: [KeptModels] })
export class ModelsModule {}
