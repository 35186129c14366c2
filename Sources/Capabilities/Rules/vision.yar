rule vision
{
    meta:
        capability = "vision"
        technique = "AML.T0040"
        weight = "0.1"
        description = "Reading pictures: what is shown, where it is, the words and figures on it"

    strings:
        $attached1 = /\[(image|photo|picture|chart|scan|figure|diagram|drawing|screenshot|x-?ray|map)\b[^\n\]]{0,80}\]/ nocase
        $attached4 = /\[(one|two|three|four|[0-9]{1,2}) (images|photos|pictures|charts|scans|figures|screenshots)\b[^\n\]]{0,80}\]/ nocase
        $attached2 = /"type" ?: ?"(image|image_url|input_image)"/
        $attached3 = /data:image\/(png|jpe?g|webp|gif);base64/
        $attached_en = /\b(attached|enclosed|uploaded|following) (image|photo|photograph|picture|chart|scan|diagram|x-?ray)\b/ nocase
        $attached_zh = /(\[图(片|像|表)?[^\n\]]{0,60}\]|(附|上传|下面|这张|图中|这幅|附件)(的)?(图片|图像|照片|图表|扫描件|图))/
        $task_en1 = /\b(bounding box(es)?|segmentation mask|ocr|optical character recognition|pixel coordinates|x1 ?, ?y1)\b/ nocase
        $task_en2 = /\b(transcribe|read off|read out|describe|caption|identify|locate|detect|count|classify|label|recogni[sz]e|what is (shown|written|visible)|what does (it|the picture|the image) show|list every|support|what changed)\b/ nocase
        $task_zh1 = /(边界框|包围框|坐标框|目标检测|文字识别|图像识别|图像分割)/
        $task_zh2 = /(描述|识别|检测|标注|读出|读取|转写|数一数|提取|定位|框出|看图|是什么|有几|多少)/

    condition:
        (any of ($attached*) and any of ($task_*)) or $attached2 or $attached3 or $task_zh1
        or ($task_en1 and $task_en2)
}
