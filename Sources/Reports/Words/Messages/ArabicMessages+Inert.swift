extension ArabicMessages {
  /// Of settings that matter to nothing.
  static let inert: [String: String] = [
    // Settings that matter to nothing: each stands after a path.
    "is never tabled: {1}": "لا يُطرح أبدًا: {1}",
    "is always refused: it crosses a red line of party {1}": "يُرفض دائمًا: يتجاوز خطًا أحمر للطرف {1}",
    "the mediator sits in no forum from its round to the end of the window":
      "الوسيط غائب عن كل ساحات التفاوض من جولة النص إلى نهاية المدة",
    "the deadline comes before its round": "الموعد النهائي قبل جولة النص",
    "nothing suspends the talks": "لا شيء يعلّق المحادثات",
    "before an agreement nothing but the status quo is in force, and it is not as it says":
      "لا يسري قبل الاتفاق إلا الوضع القائم، وهو غير ما يقوله الشرط",
    "issue {1} is settled otherwise": "القضية {1} محسومة على نحو آخر",
    "never sits: its first round comes after the end of the window":
      "لا تنعقد أبدًا: جولتها الأولى بعد نهاية المدة",
    "never suspends the talks: they end after {1} rounds":
      "لا يعلّق المحادثات أبدًا: تنتهي بعد هذا العدد من الجولات: {1}",
    "is above the best outcome: no deal is worth more than {1} to it, so that it agrees to none":
      "فوق أفضل نتيجة: لا يساوي أي اتفاق لديه أكثر من {1}، فلا يوافق على شيء",
    "does nothing: it tables no text, has nothing to bring to bear, and its effort brings no talks back":
      "بلا عمل: لا يطرح نصًا، ولا نفوذ لديه يستخدمه، ولا يعيد جهده المحادثات",
    "changes nothing: it adds 0": "لا يغيّر شيئًا: يضيف 0",
    "changes nothing: it multiplies by 1": "لا يغيّر شيئًا: يضرب في 1",
    "says nothing: the effect lasts until the end, as the window has {1} rounds":
      "لا يعني شيئًا: يستمر الأثر إلى النهاية، فعدد جولات المدة {1}",
    "may not come to the end of its list: \"micro\" makes one new offer in each of {1} sittings at most, and there are {2} outcomes":
      "قد لا يبلغ آخر قائمته: يقدم `\"micro\"` عرضًا جديدًا واحدًا على الأكثر في كل جلسة، وعدد الجلسات {1}، وعدد النتائج {2}",
    "changes nothing: the mediator drafts no text (\"formulate\" is 0)":
      "لا يغيّر شيئًا: لا يصوغ الوسيط نصوصًا (`\"formulate\"` يساوي 0)",
    "changes nothing: the mediator drafts no text, and its effort brings no talks back (talks.resume.mediation)":
      "لا يغيّر شيئًا: لا يصوغ الوسيط نصوصًا، ولا يعيد جهده المحادثات (`talks.resume.mediation`)",
    "changes nothing: the two sit in no forum together": "لا يغيّر شيئًا: لا تجمع الاثنين ساحة تفاوض",
    "is never brought to bear: \"manipulate\" of the mediator is 0":
      "لا يُستخدم أبدًا: `\"manipulate\"` لدى الوسيط يساوي 0",
    "changes nothing: the mediator drafts no text that could raise trust":
      "لا يغيّر شيئًا: لا يصوغ الوسيط نصًا قد يرفع الثقة",
    "changes nothing: the mediator drafts no text that could lower trust":
      "لا يغيّر شيئًا: لا يصوغ الوسيط نصًا قد يخفض الثقة",
    "changes nothing: the mediator drafts no text, and its leverage has no allegiance":
      "لا يغيّر شيئًا: لا يصوغ الوسيط نصوصًا، ولا ولاء في نفوذه",
    "changes nothing: no mediator drafts from what it is told": "لا يغيّر شيئًا: لا وسيط يصوغ مما يُقال له",
    "changes nothing: mediators know what parties want (mediation.noise is 0)":
      "لا يغيّر شيئًا: يعرف الوسطاء ما تريده الأطراف (`mediation.noise` يساوي 0)",
    "changes nothing: fewer than two mediators have carrots or sticks to bring to bear":
      "لا يغيّر شيئًا: من لديهم حوافز أو ضغوط أقل من وسيطين",
    "changes nothing: no mediator is biased": "لا يغيّر شيئًا: لا وسيط منحازًا",
    "is a group that tables nothing: none of it formulates": "مجموعة لا تطرح شيئًا: لا أحد فيها يصوغ نصوصًا",
    "changes nothing: no mediator that drafts from what it is told sits with it":
      "لا يغيّر شيئًا: لا يجلس معه وسيط يصوغ مما يُقال له",
    "is never asked: there are votes on changes in \"single_text\" forums alone":
      "لا يُسأل أبدًا: لا تصويت على التعديلات إلا في ساحات `\"single_text\"`",
    "changes nothing: the scenario has no \"implementation\" to look ahead to":
      "لا يغيّر شيئًا: ليس في السيناريو `\"implementation\"` يُتحسب له",
    "has no say: the tactic \"random\" draws what it offers": "لا رأي له: التكتيك `\"random\"` يسحب ما يُعرض",
    "\"modelled\" is \"closest\" here: nobody shows it an offer from which to estimate what others want":
      "`\"modelled\"` هنا هو `\"closest\"`: لا يرى عرضًا يقدّر منه ما يريده الآخرون",
    "\"best_for_others\" is \"nearest\" here: nobody shows it an offer from which to estimate what others want":
      "`\"best_for_others\"` هنا هو `\"nearest\"`: لا يرى عرضًا يقدّر منه ما يريده الآخرون",
    "is never looked at: only \"modelled\" offers and \"best_for_others\" ties need it":
      "لا يُنظر فيه أبدًا: لا يحتاج إليه إلا عروض `\"modelled\"` وتعادل `\"best_for_others\"`",
    "has nothing to learn from: nobody shows it an offer": "لا شيء يتعلم منه: لا يُعرض عليه شيء",
    " before its horizon": " قبل نهاية قدرته على الصمود",
    "nobody shows it an offer": "لا يرى عرضًا",
    "nobody shows it an offer or a text": "لا يرى عرضًا ولا نصًا",
    "{1} never moves{2}: {3} to answer": "{1} لا يتحرك أبدًا{2}: {3} يرد عليه",
    "changes nothing: the first deal turned down ends the run":
      "لا يغيّر شيئًا: أول اتفاق يُرفض ينهي العملية",
    "changes nothing: no mediator sits with the party": "لا يغيّر شيئًا: لا وسيط يجلس مع الطرف",
    "changes nothing: no carrot reaches the party": "لا يغيّر شيئًا: لا حوافز تصل إلى الطرف",
    "\"shuttle\" comes to no agreement here: its members see texts alone, and none of its mediators formulates any":
      "لا يبلغ `\"shuttle\"` اتفاقًا هنا: لا يرى أعضاؤه إلا النصوص، ولا يصوغ وسطاؤه أي نص",
    "says nothing: fewer than two mediators sit there": "لا يعني شيئًا: فيها أقل من وسيطين",
    "changes nothing: no suspension, deadline, event or hazard looks at progress":
      "لا يغيّر شيئًا: لا ينظر إلى التقدم تعليق ولا موعد نهائي ولا حدث ولا خطر",
    "changes nothing: the deadline is never put off (\"extension\" is 0)":
      "لا يغيّر شيئًا: لا يُؤجَّل الموعد النهائي أبدًا (`\"extension\"` يساوي 0)",
    "changes nothing: no hazard looks at shocks": "لا يغيّر شيئًا: لا خطر ينظر إلى الصدمات",
    "never happens: its rate is 0": "لا يقع أبدًا: احتماله 0",
    "changes nothing: nothing suspends the talks": "لا يغيّر شيئًا: لا شيء يعلّق المحادثات",
    "changes nothing: the hazard that it multiplies is 0": "لا يغيّر شيئًا: الخطر الذي يُضرب فيه 0",
    "changes nothing: no mediator that sits in a forum facilitates":
      "لا يغيّر شيئًا: لا تيسير من أي وسيط حاضر",
    "changes nothing: there are no events": "لا يغيّر شيئًا: لا أحداث",
    "changes nothing: nobody mediates": "لا يغيّر شيئًا: لا وساطة",
    "changes nothing: pain is what delay costs whom it costs least, and party {1} it costs nothing":
      "لا يغيّر شيئًا: المعاناة هي كلفة التأخير على أقل من يتكلفه، ولا كلفة على الطرف {1}",
  ]
}
