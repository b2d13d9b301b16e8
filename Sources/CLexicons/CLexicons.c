// The files of Lexicons/, embedded with C23 #embed: an edit there rebuilds this file only.
#include "CLexicons.h"

static const unsigned char common_actors_tsv[] = {
#embed "../../Lexicons/common/actors.tsv" suffix(, )
  0};
static const unsigned char common_members_tsv[] = {
#embed "../../Lexicons/common/members.tsv" suffix(, )
  0};
static const unsigned char common_signs_tsv[] = {
#embed "../../Lexicons/common/signs.tsv" suffix(, )
  0};
static const unsigned char common_cues_tsv[] = {
#embed "../../Lexicons/common/cues.tsv" suffix(, )
  0};
static const unsigned char common_cues_attribution_tsv[] = {
#embed "../../Lexicons/common/cues-attribution.tsv" suffix(, )
  0};
static const unsigned char common_cues_component_tsv[] = {
#embed "../../Lexicons/common/cues-component.tsv" suffix(, )
  0};
static const unsigned char common_cues_stance_tsv[] = {
#embed "../../Lexicons/common/cues-stance.tsv" suffix(, )
  0};
static const unsigned char cyberspace_issues_tsv[] = {
#embed "../../Lexicons/cyberspace/issues.tsv" suffix(, )
  0};
static const unsigned char cyberspace_cues_field_tsv[] = {
#embed "../../Lexicons/cyberspace/cues-field.tsv" suffix(, )
  0};
static const unsigned char cyberspace_phrases_tsv[] = {
#embed "../../Lexicons/cyberspace/phrases.tsv" suffix(, )
  0};
static const unsigned char cyberspace_statement_weights_tsv[] = {
#embed "../../Lexicons/cyberspace/statement-weights.tsv" suffix(, )
  0};
static const unsigned char cyberspace_weights_tsv[] = {
#embed "../../Lexicons/cyberspace/weights.tsv" suffix(, )
  0};
static const unsigned char cyberspace_weights_attributes_tsv[] = {
#embed "../../Lexicons/cyberspace/weights-attributes.tsv" suffix(, )
  0};
static const unsigned char cyberspace_weights_holders_tsv[] = {
#embed "../../Lexicons/cyberspace/weights-holders.tsv" suffix(, )
  0};
static const unsigned char cyberspace_weights_issues_tsv[] = {
#embed "../../Lexicons/cyberspace/weights-issues.tsv" suffix(, )
  0};
static const unsigned char cyberspace_weights_issue_stance_tsv[] = {
#embed "../../Lexicons/cyberspace/weights-issue-stance.tsv" suffix(, )
  0};
static const unsigned char cyberspace_weights_stance_tsv[] = {
#embed "../../Lexicons/cyberspace/weights-stance.tsv" suffix(, )
  0};

static const CLexiconFile files[] = {
  {"common/actors.tsv", common_actors_tsv, sizeof common_actors_tsv - 1},
  {"common/members.tsv", common_members_tsv, sizeof common_members_tsv - 1},
  {"common/signs.tsv", common_signs_tsv, sizeof common_signs_tsv - 1},
  {"common/cues.tsv", common_cues_tsv, sizeof common_cues_tsv - 1},
  {"common/cues-attribution.tsv", common_cues_attribution_tsv, sizeof common_cues_attribution_tsv - 1},
  {"common/cues-component.tsv", common_cues_component_tsv, sizeof common_cues_component_tsv - 1},
  {"common/cues-stance.tsv", common_cues_stance_tsv, sizeof common_cues_stance_tsv - 1},
  {"cyberspace/issues.tsv", cyberspace_issues_tsv, sizeof cyberspace_issues_tsv - 1},
  {"cyberspace/cues-field.tsv", cyberspace_cues_field_tsv, sizeof cyberspace_cues_field_tsv - 1},
  {"cyberspace/phrases.tsv", cyberspace_phrases_tsv, sizeof cyberspace_phrases_tsv - 1},
  {"cyberspace/statement-weights.tsv", cyberspace_statement_weights_tsv, sizeof cyberspace_statement_weights_tsv - 1},
  {"cyberspace/weights.tsv", cyberspace_weights_tsv, sizeof cyberspace_weights_tsv - 1},
  {"cyberspace/weights-attributes.tsv", cyberspace_weights_attributes_tsv,
   sizeof cyberspace_weights_attributes_tsv - 1},
  {"cyberspace/weights-holders.tsv", cyberspace_weights_holders_tsv, sizeof cyberspace_weights_holders_tsv - 1},
  {"cyberspace/weights-issues.tsv", cyberspace_weights_issues_tsv, sizeof cyberspace_weights_issues_tsv - 1},
  {"cyberspace/weights-issue-stance.tsv", cyberspace_weights_issue_stance_tsv,
   sizeof cyberspace_weights_issue_stance_tsv - 1},
  {"cyberspace/weights-stance.tsv", cyberspace_weights_stance_tsv, sizeof cyberspace_weights_stance_tsv - 1},
};

const CLexiconFile *clexicon_file(size_t index) { return &files[index]; }
size_t clexicon_file_count(void) { return sizeof files / sizeof files[0]; }
