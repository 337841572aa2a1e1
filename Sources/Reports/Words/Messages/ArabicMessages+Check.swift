extension ArabicMessages {
  /// Of what check prints.
  static let check: [String: String] = [
    "{1}: no faults": "{1}: لا أخطاء",
    "2^63 or more": "`2^63` أو أكثر",
    "  {1} with {2} outcomes, {3}, {4}, {5}, {6}": "  {1}، والنتائج: {2}، و{3}، و{4}، و{5}، و{6}",
    "{1} issue": "القضايا: {1}",
    "{1} issues": "القضايا: {1}",
    "{1} party": "الأطراف: {1}",
    "{1} parties": "الأطراف: {1}",
    "{1} mediator": "الوسطاء: {1}",
    "{1} mediators": "الوسطاء: {1}",
    "{1} forum": "ساحات التفاوض: {1}",
    "{1} forums": "ساحات التفاوض: {1}",
    "{1} number": "الأرقام: {1}",
    "{1} numbers": "الأرقام: {1}",
    "{1} assumption": "المفترض: {1}",
    "{1} assumptions": "المفترض: {1}",
    "{1} documented default": "القيم الافتراضية الموثقة: {1}",
    "{1} documented defaults": "القيم الافتراضية الموثقة: {1}",
    "{1} model": "النماذج: {1}",
    "{1} models": "النماذج: {1}",
    "{1} common run": "العمليات المشتركة: {1}",
    "{1} common runs": "العمليات المشتركة: {1}",
    "{1} arrangement": "الترتيبات: {1}",
    "{1} arrangements": "الترتيبات: {1}",
    " ({1} of them not marked)": " (منها غير موسوم بذلك {1})",
    "  {1}: {2} sourced, {3}{4}; besides {5}": "  {1}: المسند إلى مصدر {2}، و{3}{4}؛ وعدا ذلك {5}",
    "{1} ({2} places)": "{1} (المواضع: {2})",
    "defaults at the top": "القيم الافتراضية في المستوى الأعلى",
    "defaults of {1}": "القيم الافتراضية لـ {1}",
    "  {1}, of which each run is played in one: {2}": "  {1}، تجري كل عملية في واحد منها: {2}",
    "  what follows is of the file as it stands; --model NAME checks one":
      "  ما يلي للملف كما هو؛ ويفحص `--model NAME` واحدًا منها",
    "settled in stages: {1}; {2}": "يُحسم على مراحل: {1}؛ {2}",
    "what is settled holds if the rest fails": "ما يُحسم يسري وإن فشل الباقي",
    "nothing is agreed until everything is": "لا يُتفق على شيء حتى يُتفق على كل شيء",
    "in this draw": "في هذا السحب",
    "at the middle of every distribution": "عند وسط كل توزيع",
    "a zone of agreement without a surplus for everyone": "توجد منطقة اتفاق لا تترك فائضًا للجميع",
    "a zone of agreement": "توجد منطقة اتفاق",
    "no zone of agreement": "لا توجد منطقة اتفاق",
    "too many outcomes to tell whether there is a zone of agreement":
      "النتائج أكثر من أن يُعرف هل توجد منطقة اتفاق",
    "{1}: all whose consent is needed could accept it {2}": "{1}: يمكن أن يقبله كل من تلزم موافقتهم {2}",
    "{1}: not acceptable to {2} {3}": "{1}: لا يقبله {2} {3}",
    "  {1} (estimated)": "  {1} (تقديرًا)",
    "  dear: {1}": "  المكلف: {1}",
    "a run takes about {1} of memory on each thread, {2} before its first round and up to {3} for a round":
      "تأخذ العملية من ذاكرة كل خيط نحو {1}، ومن الوقت {2} قبل جولتها الأولى، وحتى {3} للجولة",
    "{1} and {2} combinations of either half of the issues are kept sorted for each of {3}":
      "تُحفظ مرتبةً تركيبات كل من نصفي القضايا، وعددها {1} و{2}، لكل طرف ({3})",
    "parties.{1}: {2} lie across the halves of the issues and part them into {3} and {4} classes":
      "`parties.{1}`: تقع {2} عبر نصفي القضايا وتقسمهما إلى أصناف عددها {3} و{4}",
    "the offers that micro remembers take up to {1}": "العروض التي يتذكرها `micro` تأخذ حتى {1}",
    "the rounds of events whose effects end take {1}": "جولات الأحداث التي تنتهي آثارها تأخذ {1}",
    "{1} moved one at a time to both ends in {2}: {3} change a table, {4} change none":
      "{1} حُرّكت واحدًا واحدًا إلى طرفيها، و{2}: ما يغيّر جدولًا {3}، وما لا يغيّر شيئًا {4}",
    "that these change no table was seen in so many runs, and is not proved:":
      "أن هذه لا تغيّر أي جدول شوهد في هذا العدد من العمليات، ولم يُبرهن:",
    "  {1}, moved to {2}": "  {1}، حُرّك إلى {2}",
    "{1} acceptable to all who must agree{2}{3}": "{1} مقبولة لكل من يلزم اتفاقهم{2}{3}",
    "{1} of {2} outcomes is": "{1} من النتائج، وعددها {2}،",
    "{1} of {2} outcomes are": "{1} من النتائج، وعددها {2}،",
    "{1}, then {2}": "{1}، ثم {2}",
    ", at the table and at home": "، على الطاولة وفي الداخل",
    ", and it leaves nobody better off than no agreement": "، ولا تجعل أحدًا أفضل حالًا من عدم الاتفاق",
    ", and none leaves anyone better off than no agreement":
      "، ولا تجعل أي منها أحدًا أفضل حالًا من عدم الاتفاق",
    ", but it leaves somebody no better off than no agreement":
      "، لكن أحدهم لا يكون بها أفضل حالًا من عدم الاتفاق",
    ", but each leaves somebody no better off than no agreement":
      "، لكن أحدهم لا يكون بأي منها أفضل حالًا من عدم الاتفاق",
    "time-dependent tactics come down to that only after the last round; in it they still ask for more ({1}), were nothing to change":
      "لا تنزل تكتيكات الوقت إلى ذلك إلا بعد الجولة الأخيرة؛ وفيها ما زالت تطلب أكثر ({1})، لو لم يتغير شيء",
    "less than 0.0001": "أقل من 0.0001",
    "the Nash outcome gives {1}: {2}": "نتيجة ناش تعطي {1}: {2}",
    "the Nash outcome was not computed: {1}": "لم تُحسب نتيجة ناش: {1}",
    "the leverage gap was not computed: {1}": "لم تُحسب فجوة النفوذ: {1}",
    "every outcome crosses a red line or is turned down at home, so that no leverage opens a zone":
      "كل نتيجة تتجاوز خطًا أحمر أو تُرفض في الداخل، فلا نفوذ يفتح منطقة اتفاق",
    "every outcome crosses a red line, so that no leverage opens a zone":
      "كل نتيجة تتجاوز خطًا أحمر، فلا نفوذ يفتح منطقة اتفاق",
    "the leverage gap is {1}: giving {2} would buy {3}": "فجوة النفوذ {1}: إعطاء {2} يشتري {3}",
    "{1} to {2}": "{1} لـ {2}",
    "there would be a zone": "لوُجدت منطقة اتفاق",
    "{1} would be lacking": "لنقص {1}",
    "{1} blocks most on {2}: were it content there, {3}": "أكثر ما يعرقل من جانب {1} هو {2}: لو رضي بها {3}",
    "red line {1} of {2}: allowing {3} of {4} there opens a zone":
      "الخط الأحمر {1} لدى {2}: السماح فيه بـ {3} من {4} يفتح منطقة اتفاق",
    // What is looked for, where that takes long.
    "zones of agreement": "مناطق الاتفاق",
    "the Pareto frontier": "حد باريتو",
    "the solutions among all outcomes": "الحلول بين كل النتائج",
    "a zone that every home lets pass": "منطقة يسمح بها كل داخل",
    "what stands in the way": "ما يعرقل",
    "the leverage gap": "فجوة النفوذ",
  ]
}
